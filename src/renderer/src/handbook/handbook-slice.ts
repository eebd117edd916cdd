import { create } from 'zustand'

/** Somewhere in the handbook. */
export interface Reading {
  readonly chapter: string
  /** Passage to be led to; null: where this chapter was left. */
  readonly place: string | null
}

interface Handbook extends Reading {
  /** What the chapter was opened for; opened again for the same, the handbook lies open where it was left. */
  readonly openedFor: string | null
  /** Chapters read before this one, the last one last. */
  readonly earlier: readonly string[]
  /** @param fitting chapter that speaks about what the person looks at */
  open(fitting: string): void
  read(chapter: string, place?: string): void
  back(): void
}

/** Which chapter of the handbook lies open. */
export const useHandbook = create<Handbook>()((set, get) => ({
  chapter: 'install',
  place: null,
  openedFor: null,
  earlier: [],
  open(fitting) {
    if (get().openedFor === fitting) return set({ place: null })
    get().read(fitting)
    return set({ openedFor: fitting })
  },
  read(chapter, place) {
    const { chapter: left, earlier, openedFor } = get()
    const isTurned = chapter !== left && openedFor !== null
    set({ chapter, place: place ?? null, earlier: isTurned ? [...earlier, left].slice(-50) : earlier })
  },
  back() {
    const { earlier } = get()
    const chapter = earlier.at(-1)
    if (chapter !== undefined) set({ chapter, place: null, earlier: earlier.slice(0, -1) })
  },
}))

const left = new Map<string, number>()

/** How far down a chapter was read, in pixels. */
export const placeLeft = {
  of: (chapter: string) => left.get(chapter) ?? 0,
  keep: (chapter: string, top: number) => void left.set(chapter, top),
}
