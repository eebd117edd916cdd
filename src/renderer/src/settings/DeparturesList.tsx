import { useEffect } from 'react'
import type { Departure, Recipient, RecipientTotal } from '../../../shared/departure'
import { useNavigation } from '../app/navigation'
import { departedText, recipientText } from '../i18n/departure-text'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useDepartures } from './departures-slice'

/** To whom anything of the documents went, how much, and each time it did; every row leads to its document. */
export function DeparturesList() {
  const { t } = useText()
  const recipients = useDepartures(state => state.recipients)
  useEffect(() => void useDepartures.getState().load(), [])
  return (
    <div className="sub departures">
      <h3>{t('departures.title')}</h3>
      <p>{t('departures.hint')}</p>
      {recipients?.length === 0 && <p>{t('departures.none')}</p>}
      {recipients !== null && recipients.length > 0 && (
        <>
          <Totals recipients={recipients} />
          <List />
        </>
      )}
    </div>
  )
}

function Totals({ recipients }: { readonly recipients: readonly RecipientTotal[] }) {
  const text = useText()
  const { t, number, instant } = text
  const chosen = useDepartures(state => state.chosen)
  return (
    <table className="model-sent" aria-label={t('departures.recipient')}>
      <thead>
        <tr>
          <th>{t('departures.recipient')}</th>
          <th className="right">{t('departures.documents')}</th>
          <th className="right">{t('departures.times')}</th>
          <th>{t('departures.last')}</th>
          <th>
            <span className="visually-hidden">{t('departures.show')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="num">
        {recipients.map(({ recipient, departures, documents, lastAt }) => {
          const name = recipientText(text, recipient)
          const isShown = isSame(recipient, chosen)
          return (
            <tr key={`${recipient.kind} ${recipient.address}`}>
              <td title={recipient.address}>{name}</td>
              <td className="right">{number(documents)}</td>
              <td className="right">{number(departures)}</td>
              <td>{instant(lastAt)}</td>
              <td className="right">
                <Button
                  className="small"
                  aria-label={isShown ? t('departures.all') : t('departures.showOf', { name })}
                  onPress={() => void useDepartures.getState().choose(isShown ? null : recipient)}
                >
                  {t(isShown ? 'departures.all' : 'departures.show')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function List() {
  const text = useText()
  const { t } = text
  const departures = useDepartures(state => state.departures)
  const chosen = useDepartures(state => state.chosen)
  const hasMore = useDepartures(state => state.next !== null)
  const label = chosen === null ? t('departures.all') : recipientText(text, chosen)
  return (
    <>
      <h4>{label}</h4>
      <table className="model-sent" aria-label={label}>
        <thead>
          <tr>
            <th>{t('departures.when')}</th>
            <th>{t('departures.document')}</th>
            <th>{t('departures.what')}</th>
            <th>{t('departures.recipient')}</th>
          </tr>
        </thead>
        <tbody className="num">
          {departures.map(departure => (
            <Row key={`${departure.id} ${departure.what}`} departure={departure} />
          ))}
        </tbody>
      </table>
      {hasMore && (
        <div className="actions">
          <Button onPress={() => void useDepartures.getState().loadMore()}>{t('departures.more')}</Button>
        </div>
      )}
    </>
  )
}

function Row({ departure }: { readonly departure: Departure }) {
  const text = useText()
  const { documentId, intakeNumber, fileName } = departure.document
  return (
    <tr>
      <td>{text.instant(departure.at)}</td>
      <td className="model-document" title={fileName}>
        <button
          type="button"
          className="rv-link"
          onClick={() => useNavigation.getState().openReview(documentId, [documentId])}
        >
          {`#${intakeNumber} ${fileName}`}
        </button>
      </td>
      <td>{departedText(text, departure)}</td>
      <td title={departure.recipient.address}>{recipientText(text, departure.recipient)}</td>
    </tr>
  )
}

function isSame(one: Recipient, other: Recipient | null): boolean {
  return other !== null && one.kind === other.kind && one.address === other.address
}
