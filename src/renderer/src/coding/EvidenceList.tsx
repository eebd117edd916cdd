import type { LineView } from '../../../shared/invoice'
import { evidenceText } from '../i18n/sentences'
import { useText } from '../i18n/t'

/** What speaks for an account, strongest first, each in words. */
export function EvidenceList({ evidence }: { readonly evidence: LineView['codingEvidence'] }) {
  const text = useText()
  if (evidence.length === 0) return <p className="muted">{text.t('coding.why.noEvidence')}</p>
  return (
    <ul className="evidence">
      {evidence.map((item, index) => (
        <li key={index}>{evidenceText(text, item)}</li>
      ))}
    </ul>
  )
}
