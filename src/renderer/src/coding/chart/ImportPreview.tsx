import { CircleAlert } from 'lucide-react'
import type { ChartImport } from '../../../../shared/coding'
import { errorText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { accountText } from '../coding-text'
import { useChart } from './chart-slice'

/** Problems told one by one. */
const problemsMost = 20

/** What an import would make: the first accounts, or every reason why nothing is imported. */
export function ImportPreview({ name, preview }: { readonly name: string; readonly preview: ChartImport }) {
  const { t, language } = useText()
  const byCode = useChart(state => state.byCode)
  if (preview.problems.length > 0) return <Problems problems={preview.problems} />
  return (
    <>
      <p>
        <strong>{t('chart.import.from', { name })}</strong>{' '}
        {t('chart.import.result', {
          accounts: preview.accounts,
          postable: preview.postable,
          understood: preview.understood,
        })}
      </p>
      <h3>{t('chart.import.sample')}</h3>
      <table className="plain-table" aria-label={t('chart.import.sample')}>
        <tbody>
          {preview.sample.map(account => (
            <tr key={account.code}>
              <th scope="row" className="num">
                {account.code}
              </th>
              <td>{account.name[language]}</td>
              <td className="muted">
                {account.standsFor !== null &&
                  `${t('chart.import.purpose')} ${accountText(account.standsFor, byCode.get(account.standsFor)?.name[language] ?? null)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Problems({ problems }: Pick<ChartImport, 'problems'>) {
  const text = useText()
  const { t } = text
  const more = problems.length - problemsMost
  return (
    <>
      <p className="form-error">
        <CircleAlert aria-hidden="true" />
        {t('chart.import.problems', { count: problems.length })}
      </p>
      <ul className="import-problems">
        {problems.slice(0, problemsMost).map(({ key, params }, index) => (
          <li key={index}>{errorText(text, { code: key, params })}</li>
        ))}
      </ul>
      {more > 0 && <p className="muted">{t('chart.import.moreProblems', { count: more })}</p>}
    </>
  )
}
