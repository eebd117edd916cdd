import type { ModelCallView } from '../../../shared/outside-model'
import { dollars, sentText } from '../i18n/model-text'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useModel } from './model-slice'

/** The list of what left this machine, newest first. */
export function SentToModel() {
  const { t } = useText()
  const calls = useModel(state => state.calls)
  const hasMore = useModel(state => state.nextCalls !== null)
  return (
    <div className="model-list">
      <h3>{t('model.sent.title')}</h3>
      {calls.length === 0 ? (
        <p>{t('model.sent.none')}</p>
      ) : (
        <table className="model-sent" aria-label={t('model.sent.title')}>
          <thead>
            <tr>
              <th>{t('model.sent.when')}</th>
              <th>{t('model.sent.document')}</th>
              <th>{t('model.sent.what')}</th>
              <th>{t('model.sent.outcome')}</th>
              <th className="right">{t('model.sent.tokens')}</th>
              <th className="right">{t('model.sent.cost')}</th>
            </tr>
          </thead>
          <tbody className="num">
            {calls.map(call => (
              <Row key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && (
        <div className="actions">
          <Button onPress={() => void useModel.getState().loadMoreCalls()}>{t('model.sent.more')}</Button>
        </div>
      )}
    </div>
  )
}

function Row({ call }: { readonly call: ModelCallView }) {
  const text = useText()
  const { t, number, instant } = text
  const { document } = call
  return (
    <tr>
      <td>{instant(call.at)}</td>
      <td className="model-document" title={document?.fileName}>
        {document ? `#${document.intakeNumber} ${document.fileName}` : t('model.sent.test')}
      </td>
      <td title={`${sentText(text, call)} · ${call.model}`}>{t(`model.kind.${call.sent}`)}</td>
      <td>{t(`model.outcome.${call.outcome}`)}</td>
      <td className="right">{number(call.inputTokens + call.outputTokens)}</td>
      <td className="right">{dollars(text, call.cost)}</td>
    </tr>
  )
}
