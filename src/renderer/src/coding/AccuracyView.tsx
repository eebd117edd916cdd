import { Target } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CodingAccuracy } from '../../../shared/coding'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { notifyError } from '../parts/toasts'
import { accountText } from './coding-text'

/** Lines looked back on. */
const lastLines = 200

/** How often the proposed account was right on the lines people decided last, with its definition. */
export function AccuracyView() {
  const { t } = useText()
  const accuracy = useAccuracy()
  if (!accuracy) return <div aria-busy="true" />
  if (accuracy.decided === 0)
    return (
      <div className="empty">
        <div className="empty-card">
          <Target aria-hidden="true" />
          <h2>{t('accuracy.none.title')}</h2>
          <p>{t('accuracy.none.body')}</p>
        </div>
      </div>
    )
  return (
    <div className="coding-page accuracy">
      <h2>{t('accuracy.title')}</h2>
      <Shares accuracy={accuracy} />
      <p className="muted accuracy-definition">{t('accuracy.definition', { count: accuracy.decided })}</p>
      {accuracy.course.length > 1 && <Course course={accuracy.course} />}
      <h3>{t('accuracy.corrections')}</h3>
      <Corrections corrections={accuracy.corrections} />
    </div>
  )
}

function Shares({ accuracy }: { readonly accuracy: CodingAccuracy }) {
  const { t, percent } = useText()
  const { decided, confirmed, familyRight, withinTen, sure, sureConfirmed } = accuracy
  const rows = [
    { label: t('accuracy.confirmed'), right: confirmed, count: decided },
    { label: t('accuracy.family'), right: familyRight, count: decided },
    { label: t('accuracy.withinTen'), right: withinTen, count: decided },
    { label: t('accuracy.sure'), right: sureConfirmed, count: sure },
  ]
  return (
    <table className="plain-table accuracy-table">
      <thead>
        <tr>
          <th scope="col">{t('accuracy.measure')}</th>
          <th scope="col" className="right">
            {t('accuracy.share')}
          </th>
          <th scope="col" className="right">
            {t('accuracy.lines')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, right, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="right num">{count === 0 ? '—' : percent(right / count)}</td>
            <td className="right num">{t('accuracy.figure', { right, count })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Bars with their figures as text: the height is only the second way to see it. */
function Course({ course }: Pick<CodingAccuracy, 'course'>) {
  const { t, percent } = useText()
  return (
    <>
      <h3>{t('accuracy.course')}</h3>
      <ol className="course" aria-label={t('accuracy.course')}>
        {course.map(({ decided, confirmed }, index) => (
          <li key={index} aria-label={t('accuracy.course.part', { part: index + 1 })}>
            <span className="course-bar" aria-hidden="true">
              <span style={{ height: `${decided === 0 ? 0 : (100 * confirmed) / decided}%` }} />
            </span>
            <span className="num">{decided === 0 ? '—' : percent(confirmed / decided)}</span>
            <span className="muted num">{t('accuracy.figure', { right: confirmed, count: decided })}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Corrections({ corrections }: Pick<CodingAccuracy, 'corrections'>) {
  const { t, number } = useText()
  if (corrections.length === 0) return <p className="muted">{t('accuracy.noCorrections')}</p>
  return (
    <table className="plain-table accuracy-table" aria-label={t('accuracy.corrections')}>
      <thead>
        <tr>
          <th scope="col">{t('accuracy.from')}</th>
          <th scope="col">{t('accuracy.to')}</th>
          <th scope="col" className="right">
            {t('accuracy.lines')}
          </th>
        </tr>
      </thead>
      <tbody>
        {corrections.map(({ from, fromName, to, toName, lines }) => (
          <tr key={`${from} ${to}`}>
            <td>{accountText(from, fromName)}</td>
            <td>{accountText(to, toName)}</td>
            <td className="right num">{number(lines)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Asked for again in another language: accounts are named in it. */
function useAccuracy(): CodingAccuracy | null {
  const { language } = useText()
  const [accuracy, setAccuracy] = useState<CodingAccuracy | null>(null)
  useEffect(() => {
    let isShown = true
    void engine.call('coding.accuracy', { last: lastLines }).then(reply => {
      if (!isShown) return
      if (reply.ok) setAccuracy(reply.value)
      else notifyError(reply.error)
    })
    return () => {
      isShown = false
    }
  }, [language])
  return accuracy
}
