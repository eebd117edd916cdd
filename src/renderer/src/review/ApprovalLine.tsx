import { Users } from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import { approvalText } from '../i18n/sentences'
import { useText } from '../i18n/t'

/** Whose approvals this invoice still needs; nothing where any person's will do. */
export function ApprovalLine({ view }: { readonly view: DocumentView }) {
  const text = useText()
  if (!view.approval) return null
  return (
    <p className="rv-approval" role="status">
      <Users aria-hidden="true" />
      {approvalText(text, view.approval)} · {text.t('approval.policy', { policy: view.approval.policy })}
    </p>
  )
}
