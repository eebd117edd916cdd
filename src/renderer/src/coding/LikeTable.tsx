import type { LikeLines } from '../../../shared/coding'
import { useText } from '../i18n/t'
import { Money } from '../parts/Money'
import { accountText } from './coding-text'

/** Lines shown before they are changed. */
const shownMost = 50

interface LikeTableProps {
  readonly like: LikeLines
  /** What they would get; null while nothing was chosen. */
  readonly account: string | null
}

/** Other lines like the one decided: where they stand, what they have now and would have then. */
export function LikeTable({ like, account }: LikeTableProps) {
  const { t } = useText()
  const more = like.lineIds.length - Math.min(like.lines.length, shownMost)
  return (
    <>
      <table className="plain-table" aria-label={t('coding.like.list')}>
        <thead>
          <tr>
            <th scope="col">{t('coding.like.document')}</th>
            <th scope="col">{t('coding.like.line')}</th>
            <th scope="col" className="right">
              {t('coding.like.amount')}
            </th>
            <th scope="col">{t('coding.like.now')}</th>
            <th scope="col">{t('coding.like.after')}</th>
          </tr>
        </thead>
        <tbody>
          {like.lines.slice(0, shownMost).map(line => (
            <tr key={line.lineId}>
              <th scope="row" className="num">
                #{line.intakeNumber} {line.number}
              </th>
              <td>{line.description}</td>
              <td className="right">
                <Money amount={line.lineTotal} currency={line.currency} />
              </td>
              <td>{line.accountCode === null ? '—' : accountText(line.accountCode, line.accountName)}</td>
              <td>{account === null ? '—' : <strong>{account}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">{t('coding.like.more', { count: more })}</p>}
      {like.decided > 0 && <p className="muted">{t('coding.correct.decided', { count: like.decided })}</p>}
    </>
  )
}
