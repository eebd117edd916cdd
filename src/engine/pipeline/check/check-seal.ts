import type { DetailKey } from '../../../shared/invoice'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { CheckSubject, RaisedIssue } from './subject'

/**
 * A seal that does not fit the document means that somebody changed it after it was sealed (or sealed it badly): looked
 * at before it is paid, never refused, for only the tax authority's own answer is final. A document whose complements we
 * cannot follow is not doubted.
 */
export function checkSeal(subject: CheckSubject): RaisedIssue[] {
  const valueOf = (key: DetailKey) => subject.details?.find(detail => detail.key === key)?.value
  const skip = { key: 'accept_seal', params: {}, fix: { type: 'skip', reason: 'accept_seal' } } as const
  const about = { key: 'seal_broken', subject: { type: 'document' }, suggestions: [skip] } as const
  if (valueOf('seal') === 'broken') {
    return [{ ...about, severity: 'medium', params: { variant: 'text', rule: 'Anexo 20 Sello' } }]
  }
  const [owner, seller] = [valueOf('certificate_owner'), subject.fields['seller.tax_id'].value]
  if (owner !== undefined && seller !== null && owner !== seller.toUpperCase()) {
    const params = { variant: 'owner', owner, seller, rule: 'Anexo 20 Certificado' }
    return [{ ...about, severity: 'medium', params }]
  }
  const [declared, serial] = [valueOf('certificate_number'), valueOf('certificate_serial')]
  if (declared !== undefined && serial !== undefined) {
    return [
      { ...about, severity: 'low', params: { variant: 'number', declared, serial, rule: 'Anexo 20 NoCertificado' } },
    ]
  }
  const [from, until] = [valueOf('certificate_from'), valueOf('certificate_until')]
  const date = subject.fields.issue_date.value
  if (date === null || from === undefined || until === undefined || (date >= from && date <= until)) return []
  return [
    { ...about, severity: 'low', params: { variant: 'certificate', date, from, until, rule: 'Anexo 20 Certificado' } },
  ]
}

const sealBroken: IssueKind = { key: 'seal_broken', resolutions: [], mayWaive: always }

export const sealCheck: IssueCheck = { check: checkSeal, kinds: [sealBroken] }
