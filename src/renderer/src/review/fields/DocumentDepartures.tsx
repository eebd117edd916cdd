import { useEffect, useState } from 'react'
import type { Departure } from '../../../../shared/departure'
import type { DocumentView } from '../../../../shared/document-view'
import { engine } from '../../engine-client'
import { departedText, recipientText } from '../../i18n/departure-text'
import { useText } from '../../i18n/t'

/** What of this document left the machine, when and to whom; also that nothing did. */
export function DocumentDepartures({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const [departures, setDepartures] = useState<readonly Departure[] | null>(null)

  useEffect(() => {
    let isCurrent = true
    void engine.call('privacy.departures', { documentId: view.documentId }).then(reply => {
      if (isCurrent && reply.ok) setDepartures(reply.value.departures)
    })
    return () => {
      isCurrent = false
    }
  }, [view])

  if (departures === null) return null
  if (departures.length === 0) return <p className="rv-relation">{text.t('departures.ofDocument.none')}</p>
  return (
    <div className="rv-relation">
      <span>{text.t('departures.ofDocument')}</span>
      <ul>
        {departures.map(departure => (
          <li key={`${departure.id} ${departure.what}`} title={departure.recipient.address}>
            {text.t('departures.row', {
              what: departedText(text, departure),
              recipient: recipientText(text, departure.recipient),
              at: text.instant(departure.at),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
