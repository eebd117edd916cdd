import type { StateCreator } from 'zustand'
import type { FieldName } from '../../../../shared/invoice'
import { parseField } from '../fields/parse-field'
import type { ChangeSlice } from './change-slice'
import type { DocumentSlice } from './document-slice'
import type { DraftSlice } from './draft-slice'
import { fieldOf } from './progress'

export interface FieldSlice {
  /** Sends a field's draft to the engine, if it has one. @returns whether nothing stays unsaved */
  commitField(field: FieldName): Promise<boolean>
  /** Sends every draft of this document; before the page is turned and before a decision. */
  commitAll(): Promise<boolean>
  /** Takes the value as it stands: the person has looked at it. */
  confirmField(field: FieldName): Promise<boolean>
}

/** What parsing needs from outside; handed in so that tests choose. */
export interface FieldParts {
  locale(): string
  /** Today as `YYYY-MM-DD`. */
  today(): string
}

type State = FieldSlice & ChangeSlice & DraftSlice & DocumentSlice

/** From typed text to stored value: parse, send, keep what was refused. */
export const createFieldSlice =
  ({ locale, today }: FieldParts): StateCreator<State, [], [], FieldSlice> =>
  (_set, get) => ({
    async commitField(field) {
      const { documentId, view, drafts } = get()
      const draft = documentId === null ? undefined : drafts[documentId]?.[field]
      if (documentId === null || !draft) return true
      const invoice = view?.invoice ?? null
      const stored = fieldOf(invoice, field)?.value ?? null
      const parsed = parseField(field, draft.text, {
        locale: locale(),
        currency: fieldOf(invoice, 'currency')?.value ?? null,
        near: fieldOf(invoice, 'issue_date')?.value ?? today(),
      })
      if (!parsed.ok) {
        get().setDraft(documentId, field, { text: draft.text, error: parsed.error })
        return false
      }
      if (parsed.value === stored) {
        get().clearDraft(documentId, field)
        return true
      }
      return get().setField(field, parsed.value, draft.text)
    },
    async commitAll() {
      const { documentId, drafts, commitField } = get()
      const fields = Object.keys(documentId === null ? {} : (drafts[documentId] ?? {})) as FieldName[]
      const saved = await Promise.all(fields.map(field => commitField(field)))
      return saved.every(Boolean)
    },
    async confirmField(field) {
      const { view } = get()
      const current = fieldOf(view?.invoice ?? null, field)
      if (!current || current.value === null) return true
      return get().setField(field, current.value, current.value)
    },
  })
