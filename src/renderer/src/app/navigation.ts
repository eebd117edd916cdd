import { create } from 'zustand'
import type { DocumentId } from '../../../shared/ids'

export type Screen =
  | 'inbox'
  | 'review'
  | 'vendors'
  | 'accounts'
  | 'rules'
  | 'sync'
  | 'activity'
  | 'analytics'
  | 'conservation'
  | 'settings'

/** Where Settings begin. */
export const firstSection = 'display'

interface Navigation {
  readonly screen: Screen
  /** The document on the review screen; null when there is none to look at. */
  readonly documentId: DocumentId | null
  /** The queue as it was when review opened: new arrivals do not reorder it. */
  readonly queueIds: readonly DocumentId[]
  /** How long the queue is, also while only its beginning is known. */
  readonly queueLength: number
  /** Where Esc leads from the screen shown. */
  readonly cameFrom: Screen
  /** Section of Settings that a link asked for. */
  readonly settingsSection: string | null
  /** Section of Settings that is read. */
  readonly sectionInView: string
  show(screen: Exclude<Screen, 'review'>): void
  openSettings(section: string): void
  reachSection(section: string): void
  /** Opens the review screen on one document of a queue. @param queueLength when more is to come than these */
  openReview(documentId: DocumentId | null, queueIds: readonly DocumentId[], queueLength?: number): void
  /** The rest of a queue that review was opened with; nothing when another one is walked meanwhile. */
  completeQueue(begun: readonly DocumentId[], queueIds: readonly DocumentId[]): void
  /** Another document of the same queue. */
  openDocument(documentId: DocumentId): void
  /** Back to where the person came from; the inbox shows the same row and scroll as before. */
  back(): void
}

/** Which screen is shown. Screens keep their own place (cursor, scroll) in their slices, so that coming back changes nothing. */
export const useNavigation = create<Navigation>()((set, get) => ({
  screen: 'inbox',
  documentId: null,
  queueIds: [],
  queueLength: 0,
  cameFrom: 'inbox',
  settingsSection: null,
  sectionInView: firstSection,
  show: screen => set({ screen, cameFrom: 'inbox', settingsSection: null }),
  openSettings: section => set({ screen: 'settings', cameFrom: get().screen, settingsSection: section }),
  reachSection: section => set({ sectionInView: section }),
  openReview: (documentId, queueIds, queueLength = queueIds.length) =>
    set({
      screen: 'review',
      documentId,
      queueIds,
      queueLength,
      cameFrom: get().screen === 'review' ? get().cameFrom : get().screen,
    }),
  completeQueue: (begun, queueIds) => get().queueIds === begun && set({ queueIds, queueLength: queueIds.length }),
  openDocument: documentId => set({ screen: 'review', documentId }),
  back: () => set({ screen: get().cameFrom, cameFrom: 'inbox' }),
}))
