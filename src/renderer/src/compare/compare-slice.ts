import { create, type StateCreator } from 'zustand'
import type { Comparison, TwinAnswer } from '../../../shared/comparison'
import type { DocumentView } from '../../../shared/document-view'
import type { DocumentId } from '../../../shared/ids'
import { useNavigation } from '../app/navigation'
import { engine, type Client } from '../engine-client'
import { useInboxActions } from '../inbox/inbox-actions'
import { notify, notifyError } from '../parts/toasts'
import { isSettled } from '../review/state/approval'
import { useReview } from '../review/state/review-store'

export interface CompareSlice {
  /** Null while nothing is compared. */
  readonly comparison: Comparison | null
  readonly one: DocumentView | null
  readonly other: DocumentView | null
  readonly isDeciding: boolean
  /** @param otherId null for the likeliest twin; with none, says so instead of opening */
  open(documentId: DocumentId, otherId?: DocumentId | null): Promise<void>
  /** The next of several twins. */
  next(): Promise<void>
  answer(answer: TwinAnswer, reason?: string): Promise<void>
  close(): void
}

const nothing = { comparison: null, one: null, other: null, isDeciding: false }

/** The comparison on screen, and what a person says of it. */
export const createCompareSlice =
  (client: Client): StateCreator<CompareSlice> =>
  (set, get) => ({
    ...nothing,
    async open(documentId, otherId = null) {
      const reply = await client.call('document.compare', { documentId, otherId })
      if (!reply.ok) return notifyError(reply.error)
      const [one, other] = await Promise.all([
        client.call('document.get', { documentId }),
        client.call('document.get', { documentId: reply.value.otherId }),
      ])
      if (!one.ok) return notifyError(one.error)
      if (!other.ok) return notifyError(other.error)
      set({ comparison: reply.value, one: one.value, other: other.value, isDeciding: false })
    },
    async next() {
      const { comparison } = get()
      if (!comparison) return
      const ids = comparison.twins.map(twin => twin.documentId)
      const next = ids[(ids.indexOf(comparison.otherId) + 1) % ids.length]
      if (next !== undefined && next !== comparison.otherId) await get().open(comparison.documentId, next)
    },
    async answer(answer, reason = '') {
      const { comparison, other, isDeciding } = get()
      if (!comparison || !other || isDeciding) return
      const { documentId, otherId } = comparison
      set({ isDeciding: true })
      const reply = await client.call('document.settleTwin', { documentId, otherId, answer, reason })
      set({ isDeciding: false })
      if (!reply.ok) return notifyError(reply.error)
      get().close()
      tell(client, documentId, answer, other.intakeNumber)
      await moveOn()
    },
    close: () => set(nothing),
  })

export const useCompare = create<CompareSlice>()(createCompareSlice(engine))

function tell(client: Client, documentId: DocumentId, answer: TwinAnswer, intakeNumber: number): void {
  const undo = async () => {
    useInboxActions.setState({ lastUndo: null })
    const reply = await client.call('document.undo', { documentId })
    if (!reply.ok) return notifyError(reply.error)
    if (useNavigation.getState().screen === 'review') useNavigation.getState().openDocument(documentId)
  }
  useInboxActions.setState({ lastUndo: undo })
  notify({
    text: ({ t }) => t(`compare.done.${answer}`, { intakeNumber }),
    tone: 'good',
    action: { label: 'toast.undo', run: undo },
  })
}

/** On the review screen a document that left the road makes room for the next one. */
async function moveOn(): Promise<void> {
  if (useNavigation.getState().screen !== 'review') return
  const review = useReview.getState()
  await review.reload()
  const { view } = useReview.getState()
  if (view && isSettled(view)) await review.goOn(view.state)
}
