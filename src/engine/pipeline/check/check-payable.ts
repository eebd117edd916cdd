import { compactTaxId } from './tax-id'
import type { IssueCheck, IssueKind } from './issue-kind'
import type { Check } from './subject'

/** What is paid; a document whose type nobody read may be. */
export const billTypes = ['invoice', 'credit_note', 'receipt'] as const

/** Documents that by their type are no bill at all; a receipt may be one. */
export function isNoBill(documentType: string | null): boolean {
  return documentType !== null && !billTypes.some(type => type === documentType)
}

/** Payments, payrolls, quotes, statements … are recognised so that nobody pays them; nor do we pay our own invoices. */
export const checkPayable: Check = subject => {
  const type = subject.fields.document_type
  const sellerTaxId = subject.fields['seller.tax_id'].value
  const isOwn = sellerTaxId !== null && subject.settings.companyTaxIds.some(own => compactTaxId(own) === sellerTaxId)
  const isBill = type.value === null || type.value === 'invoice' || type.value === 'credit_note'
  if (isBill && !isOwn) return []
  // A till receipt is a right voucher of something already paid; the others are no vouchers of a debt at all.
  const severity = type.value === 'receipt' && !isOwn ? 'medium' : 'high'
  const post = {
    key: isOwn ? 'is_payable_anyway' : 'treat_as_invoice',
    params: {},
    fix: isOwn
      ? ({ type: 'waive', reason: 'is_payable_anyway' } as const)
      : ({ type: 'set_field', field: 'document_type', value: 'invoice' } as const),
  }
  const reject = { key: 'reject_not_payable', params: {}, fix: { type: 'reject' } } as const
  return [
    {
      key: 'not_payable',
      severity,
      subject: { type: 'field', field: 'document_type' },
      params: { variant: isOwn ? 'own_invoice' : (type.value ?? 'other') },
      suggestions: severity === 'medium' ? [post, reject] : [reject, post],
    },
  ]
}

// A quote stays a quote; paying it means saying that it is an invoice.
const notPayable: IssueKind = {
  key: 'not_payable',
  resolutions: ['set_field'],
  mayWaive: ({ params }) => params['variant'] === 'own_invoice',
}

export const notPayableCheck: IssueCheck = { check: checkPayable, kinds: [notPayable] }
