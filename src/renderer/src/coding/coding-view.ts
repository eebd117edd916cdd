import { create } from 'zustand'

export const codingTabs = ['pending', 'chart', 'lessons', 'products', 'accuracy'] as const
export type CodingTab = (typeof codingTabs)[number]

interface CodingView {
  readonly tab: CodingTab
  /** What the list of lessons is searched for. */
  readonly lessonSearch: string
  choose(tab: CodingTab): void
  showLessons(search: string): void
}

/** Which view of the Accounts screen is shown; kept while other screens are. */
export const useCodingView = create<CodingView>()(set => ({
  tab: 'pending',
  lessonSearch: '',
  choose: tab => set({ tab }),
  showLessons: lessonSearch => set({ tab: 'lessons', lessonSearch }),
}))
