import type { Severity } from '../../../shared/issue'
import { compactTaxId, isGenericTaxId, withoutCountry } from './tax-id'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check } from './subject'

/**
 * The buyer's tax id is none of the company's. Asked only where the company's tax ids are known and the document names
 * one of its buyer: many right invoices name none.
 */
export const checkAddressee: Check = subject => {
  const { value, origin, byPerson } = subject.fields['buyer.tax_id']
  const own = subject.settings.companyTaxIds.map(compactTaxId).filter(taxId => taxId !== '')
  if (value === null || own.length === 0) return []
  const buyer = compactTaxId(value)
  if (buyer === '' || own.some(taxId => withoutCountry(taxId) === withoutCountry(buyer))) return []
  // On a page the id may be misread, or not be the buyer's; the generic ids name nobody.
  const isPlain = (origin?.kind === 'xml' || byPerson) && !isGenericTaxId(buyer)
  const severity: Severity = isPlain ? 'high' : 'medium'
  const name = subject.fields['buyer.name'].value
  return [
    {
      key: 'not_addressed_to_us',
      severity,
      subject: { type: 'field', field: 'buyer.tax_id' },
      params: {
        taxId: value,
        name: name ?? '',
        variant: isGenericTaxId(buyer) ? 'generic' : name === null ? 'nameless' : 'other',
      },
      suggestions: isPlain ? [reject, keep] : [keep, reject],
    },
  ]
}

const reject = { key: 'reject_not_ours', params: {}, fix: { type: 'reject' } } as const
const keep = { key: 'addressed_to_us', params: {}, fix: { type: 'waive', reason: 'addressed_to_us' } } as const

const notAddressedToUs: IssueKind = { key: 'not_addressed_to_us', resolutions: ['set_field'], mayWaive: always }

export const addresseeCheck: IssueCheck = { check: checkAddressee, kinds: [notAddressedToUs] }
