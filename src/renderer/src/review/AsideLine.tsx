import { Ban } from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import { isMessageKey } from '../i18n/messages'
import { stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'

/** Why an invoice was rejected or set aside. Of a file that was never read the pane of the file says it. */
export function AsideLine({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const { state, stateReason, invoice } = view
  if (!invoice || stateReason === null || (state !== 'rejected' && state !== 'set_aside')) return null
  // Words of a person or of a rule, or the key of what it was rejected for.
  const known = [`issue.${stateReason}.name`, `error.${stateReason}`].find(isMessageKey)
  const reason = known === undefined ? stateReason : text.t(known)
  return (
    <div className="rv-hold" role="status">
      <Ban aria-hidden="true" />
      <span className="rv-hold-reason" title={reason}>
        {text.t('review.aside.for', { state: stateLabel(text, state), reason })}
      </span>
    </div>
  )
}
