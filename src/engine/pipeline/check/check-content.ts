import type { FieldName } from '../../../shared/invoice'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject } from './subject'

const tellingFields: readonly FieldName[] = [
  'invoice_number',
  'issue_date',
  'grand_total',
  'net_total',
  'payable',
  'uuid',
]

/** True when nothing on the document looks like an invoice: one clear issue instead of five missing fields. */
export function holdsNoInvoice(subject: CheckSubject): boolean {
  if (subject.isEnteredByHand) return false
  return tellingFields.every(field => subject.fields[field].value === null)
}

/** A document that could be read but on which no number, date or amount was found. */
export const checkContent: Check = subject => {
  if (!holdsNoInvoice(subject)) return []
  return [
    {
      key: 'unreadable',
      severity: 'high',
      subject: { type: 'document' },
      params: { variant: 'no_invoice' },
      suggestions: [
        { key: 'read_with_ocr', params: {}, fix: { type: 'retry_reading' } },
        { key: 'enter_by_hand', params: {}, fix: { type: 'enter_by_hand' } },
        { key: 'reject_not_invoice', params: {}, fix: { type: 'reject' } },
      ],
    },
  ]
}

const unreadable: IssueKind = { key: 'unreadable', resolutions: ['retry_reading', 'enter_by_hand'], mayWaive: always }

export const contentCheck: IssueCheck = { check: checkContent, kinds: [unreadable] }
