import type { Suggestion } from '../../../shared/issue'
import { editSuggestion } from './field-suggestions'
import { holdsNoInvoice } from './check-content'
import type { IssueCheck, IssueKind } from './issue-kind'
import type { Check, CheckSubject } from './subject'
import { taxIdForm } from './tax-id'

/**
 * Nobody is paid who is not in the vendor list: a sender we do not know is created with one key, a sender who looks
 * like somebody we know is compared first.
 */
export const checkVendor: Check = subject => {
  const { vendor } = subject
  if (vendor.match === 'known' || vendor.match === 'unnamed' || holdsNoInvoice(subject)) return []
  const name = subject.fields['seller.name'].value
  const taxId = subject.fields['seller.tax_id'].value
  const named = { name: name ?? taxId ?? '', taxId: taxId ?? '' }
  if (vendor.match === 'unknown') {
    return [
      {
        key: 'vendor_no_match',
        severity: 'high',
        subject: { type: 'vendor' },
        params: { ...named, variant: taxId === null ? 'name_only' : 'with_tax_id' },
        suggestions: [...createSuggestion(subject), editSuggestion('seller.name')],
      },
    ]
  }
  const [best] = vendor.lookAlikes
  const choices: Suggestion[] = vendor.lookAlikes.map(lookAlike => ({
    key: 'choose_vendor',
    params: {
      name: lookAlike.name,
      taxId: lookAlike.taxId ?? '',
      variant: lookAlike.taxId === null ? 'name_only' : 'with_tax_id',
      percent: Math.round(lookAlike.similarity * 100),
    },
    why: lookAlike.reason,
    fix: { type: 'choose_vendor', vendorId: lookAlike.vendorId },
  }))
  // The very name with another tax id is how payments are diverted: nothing is preselected that would pay it.
  const create = createSuggestion(subject)
  const isWarning = best?.reason === 'tax_id_differs'
  const isLikely = !isWarning && (best?.similarity ?? 0) >= likelyFrom
  return [
    {
      key: 'vendor_similar',
      severity: isWarning ? 'critical' : 'high',
      subject: { type: 'vendor' },
      params: {
        ...named,
        similarName: best?.name ?? '',
        similarTaxId: best?.taxId ?? '',
        variant: best?.reason ?? 'name_similar',
      },
      suggestions: isLikely || isWarning ? [...choices, ...create] : [...create, ...choices],
    },
  ]
}

/** From here on a look-alike is rather the same vendor than another one. */
const likelyFrom = 0.75

function createSuggestion(subject: CheckSubject): Suggestion[] {
  const name = subject.fields['seller.name'].value
  const taxId = subject.fields['seller.tax_id'].value
  if (name === null) return []
  // A tax id that cannot be one is not written into the vendor list; the name alone is.
  const form = taxId === null ? 'none' : taxIdForm(taxId, subject.settings.country)
  const kept = form === 'none' || form === 'wrong_form' ? null : taxId
  return [
    {
      key: 'create_vendor',
      params: { name, taxId: kept ?? '', variant: kept === null ? 'name_only' : 'with_tax_id' },
      fix: { type: 'create_vendor', name: name.slice(0, 255), taxId: kept },
    },
  ]
}

const vendorNoMatch: IssueKind = {
  key: 'vendor_no_match',
  resolutions: ['choose_vendor', 'create_vendor', 'set_field'],
}
const vendorSimilar: IssueKind = { key: 'vendor_similar', resolutions: ['choose_vendor', 'create_vendor', 'set_field'] }

export const vendorCheck: IssueCheck = { check: checkVendor, kinds: [vendorNoMatch, vendorSimilar] }
