import type { StateCreator } from 'zustand'
import type { FieldName } from '../../../../shared/invoice'
import type { Text } from '../../i18n/t'
import { fieldValueText, inEveryFormat } from '../fields/field-text'
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

type State = FieldSlice & ChangeSlice & DraftSlice & DocumentSlice

/**
 * From typed text to stored value. The engine reads what was typed, in the person's own format; what it refuses stays
 * in the field with the reason.
 *
 * @param text how values are written on screen: text left as it was shown is no change
 */
export const createFieldSlice =
  (text: () => Text): StateCreator<State, [], [], FieldSlice> =>
  (_set, get) => ({
    async commitField(field) {
      const { documentId, view, drafts } = get()
      const draft = documentId === null ? undefined : drafts[documentId]?.[field]
      if (documentId === null || !draft) return true
      const invoice = view?.invoice ?? null
      const currency = fieldOf(invoice, 'currency')?.value ?? null
      const typed = draft.text.trim()
      if (typed === fieldValueText(text(), field, fieldOf(invoice, field)?.value ?? null, currency)) {
        get().clearDraft(documentId, field)
        return true
      }
      return get().setField(field, typed === '' ? null : typed, draft.text)
    },
    async commitAll() {
      const { documentId, drafts, commitField } = get()
      const fields = Object.keys(documentId === null ? {} : (drafts[documentId] ?? {})) as FieldName[]
      const saved = await Promise.all(fields.map(field => commitField(field)))
      return saved.every(Boolean)
    },
    async confirmField(field) {
      const value = fieldOf(get().view?.invoice ?? null, field)?.value ?? null
      return value === null ? true : get().setField(field, inEveryFormat(value), value)
    },
  })
