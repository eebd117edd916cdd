import type { Replay } from '../../../shared/activity'
import { fieldLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { pastValue } from './past-value'

interface ReplayTableProps {
  readonly replay: Replay
  readonly currency: string | null
}

/** What today's engine reads, where that is not what stands in the books. */
export function ReplayTable({ replay, currency }: ReplayTableProps) {
  const text = useText()
  const { t } = text
  const fields = replay.fields.filter(field => field.differs)
  const value = (name: string, shown: string | null) => pastValue(text, name, shown, currency)
  const isSame = fields.length + replay.accounts.length === 0 && replay.lines.decided === replay.lines.replayed
  return (
    <div className="replay" role="status">
      <h3>{t('activity.replay.title')}</h3>
      <p className="muted">
        {t('activity.replay.readers', { then: replay.reader.then ?? '—', now: replay.reader.now })}
      </p>
      {isSame ? (
        <p>{t('activity.replay.same')}</p>
      ) : (
        <table className="past-lines">
          <thead>
            <tr>
              <th scope="col">{t('activity.replay.what')}</th>
              <th scope="col">{t('activity.replay.decided')}</th>
              <th scope="col">{t('activity.replay.now')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <tr key={field.name}>
                <td>{fieldLabel(text, field.name)}</td>
                <td className="num">
                  {value(field.name, field.decided)}
                  {field.byPerson && <span className="past-mark">{t('activity.replay.byPerson')}</span>}
                </td>
                <td className="num">{value(field.name, field.replayed)}</td>
              </tr>
            ))}
            {replay.lines.decided !== replay.lines.replayed && (
              <tr>
                <td>{t('activity.lines')}</td>
                <td className="num">{replay.lines.decided}</td>
                <td className="num">{replay.lines.replayed}</td>
              </tr>
            )}
            {replay.accounts.map(line => (
              <tr key={line.position}>
                <td>{t('activity.replay.account', { line: line.position, description: line.description })}</td>
                <td className="num">{line.decided ?? '—'}</td>
                <td className="num">{line.replayed ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
