import { create } from 'zustand'
import { useNavigation } from '../../app/navigation'
import { engine, type Client } from '../../engine-client'
import { currentText, type Text } from '../../i18n/t'
import { notify } from '../../parts/toasts'
import { reportBulk } from '../../app/report-bulk'
import { SourceCache } from '../viewer/source-cache'
import { createCommentSlice, type CommentSlice } from './comment-slice'
import { createChangeSlice, type ChangeSlice } from './change-slice'
import { createDecisionSlice, type DecisionSlice, type ReviewNavigation } from './decision-slice'
import { createDocumentSlice, type DocumentSlice } from './document-slice'
import { createDraftSlice, type DraftSlice } from './draft-slice'
import { createFieldSlice, type FieldSlice } from './field-slice'
import { createFocusSlice, type FocusSlice } from './focus-slice'
import { createLikeSlice, type LikeSlice } from './like-slice'
import { createSameSlice, type SameSlice, type TellSame } from './same-slice'
import { createViewerSlice, type ViewerSlice } from './viewer-slice'

export type ReviewState = DocumentSlice &
  SameSlice &
  LikeSlice &
  ChangeSlice &
  CommentSlice &
  DecisionSlice &
  FocusSlice &
  ViewerSlice &
  DraftSlice &
  FieldSlice

interface ReviewParts {
  readonly engine: Client
  readonly sources: SourceCache
  readonly navigation: ReviewNavigation
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  text(): Text
  /** Tells what became of the other documents, with a way back. */
  tellSame: TellSame
  /** The same for other lines that got an account. */
  tellLike: TellSame
}

/** Everything the review screen knows; its parts are handed in, so that a test brings its own. */
export function createReviewStore({ engine, sources, navigation, storage, text, tellSame, tellLike }: ReviewParts) {
  return create<ReviewState>()((...parts) => ({
    ...createDocumentSlice(engine, sources)(...parts),
    ...createChangeSlice(engine)(...parts),
    ...createCommentSlice(engine)(...parts),
    ...createDecisionSlice(engine, navigation)(...parts),
    ...createSameSlice(engine, tellSame)(...parts),
    ...createLikeSlice(engine, tellLike)(...parts),
    ...createFocusSlice(...parts),
    ...createViewerSlice(...parts),
    ...createDraftSlice(storage)(...parts),
    ...createFieldSlice(text)(...parts),
  }))
}

/** Opened documents of this window. */
export const pageSources = new SourceCache()

/** The review screen of this window. */
export const useReview = createReviewStore({
  engine,
  sources: pageSources,
  navigation: {
    openDocument: documentId => useNavigation.getState().openDocument(documentId),
    back: () => useNavigation.getState().back(),
    tell(state, name, undo) {
      notify({
        text: ({ firstOf }) => firstOf([`review.left.${state}`, 'review.left.other'], { name }),
        tone: 'info',
        action: { label: 'command.undo', run: undo },
      })
    },
  },
  storage: window.localStorage,
  text: currentText,
  tellSame: reportBulk('review.same.done'),
  tellLike: reportBulk('coding.corrected'),
})
