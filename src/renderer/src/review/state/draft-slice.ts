import type { StateCreator } from 'zustand'
import type { DocumentId } from '../../../../shared/ids'
import type { FieldName } from '../../../../shared/invoice'
import type { ErrorData } from '../../../../shared/result'

/** Text typed into a field and not (yet) accepted by the engine. */
export interface Draft {
  readonly text: string
  /** Why the engine, or the parser before it, refused it. */
  readonly error: ErrorData | null
}

type DraftsOfDocument = Readonly<Partial<Record<FieldName, Draft>>>

export interface DraftSlice {
  /** By document, so that turning the page loses nothing. */
  readonly drafts: Readonly<Record<string, DraftsOfDocument>>
  setDraft(documentId: DocumentId, field: FieldName, draft: Draft): void
  clearDraft(documentId: DocumentId, field: FieldName): void
}

const storageKey = 'quittance.review.drafts'

/** Keeps what was typed but not saved, also across a crash of the window. */
export const createDraftSlice =
  (storage: Pick<Storage, 'getItem' | 'setItem'>): StateCreator<DraftSlice> =>
  (set, get) => {
    const keep = (drafts: DraftSlice['drafts']) => {
      set({ drafts })
      storage.setItem(storageKey, JSON.stringify(drafts))
    }
    return {
      drafts: restored(storage),
      setDraft(documentId, field, draft) {
        const { drafts } = get()
        keep({ ...drafts, [documentId]: { ...drafts[documentId], [field]: draft } })
      },
      clearDraft(documentId, field) {
        const { [field]: _cleared, ...others } = get().drafts[documentId] ?? {}
        const { [documentId]: _document, ...otherDocuments } = get().drafts
        keep(Object.keys(others).length === 0 ? otherDocuments : { ...otherDocuments, [documentId]: others })
      },
    }
  }

export function draftCount(drafts: DraftSlice['drafts'], documentId: DocumentId | null): number {
  return documentId === null ? 0 : Object.keys(drafts[documentId] ?? {}).length
}

function restored(storage: Pick<Storage, 'getItem'>): DraftSlice['drafts'] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}')
    return isDrafts(kept) ? kept : {}
  } catch (error) {
    // A half-written entry after a power cut is no reason to stay closed.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function isDrafts(value: unknown): value is DraftSlice['drafts'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
