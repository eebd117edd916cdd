import { CircleAlert, CircleCheck, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ConservationStatement } from '../../../shared/activity'
import { DocumentState } from '../../../shared/document'
import { useCounts } from '../app/counts-slice'
import { engine } from '../engine-client'
import { stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { notifyError } from '../parts/toasts'
import { saveReadyFile } from './save-ready-file'

type Day = ConservationStatement['days'][number]

/** Per day received and in total: received = sum of the states now. */
export function ConservationScreen() {
  const { t } = useText()
  const [statement, setStatement] = useState<ConservationStatement | null>(null)
  const counts = useCounts(state => state.conservation)
  // Follows the books as long as it is shown.
  useEffect(() => {
    let isCurrent = true
    void engine.call('conservation.statement').then(reply => {
      if (!isCurrent) return
      if (reply.ok) setStatement(reply.value)
      else notifyError(reply.error)
    })
    return () => {
      isCurrent = false
    }
  }, [counts])
  return (
    <>
      <header className="head">
        <h1>{t('conservation.title')}</h1>
        <span className="head-gap" />
        <Button icon={Download} onPress={() => void exportCsv()}>
          {t('conservation.export')}
        </Button>
      </header>
      <p className="activity-hint">{t('conservation.hint')}</p>
      {statement && <Statement statement={statement} />}
    </>
  )
}

async function exportCsv(): Promise<void> {
  const made = await engine.call('conservation.export')
  if (made.ok) await saveReadyFile(engine, made.value)
  else notifyError(made.error)
}

function Statement({ statement }: { readonly statement: ConservationStatement }) {
  const text = useText()
  const { t } = text
  const { total, days } = statement
  // Columns of states that nothing is in would only make the table hard to read.
  const states = DocumentState.options.filter(state => (total.byState[state] ?? 0) > 0)
  return (
    <div className="conservation" tabIndex={0} role="group" aria-label={t('conservation.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conservation.day')}</th>
            <th scope="col">{t('conservation.numbers')}</th>
            <th scope="col" className="right">
              {t('conservation.received')}
            </th>
            {states.map(state => (
              <th key={state} scope="col" className="right">
                {stateLabel(text, state)}
              </th>
            ))}
            <th scope="col">{t('conservation.balance')}</th>
          </tr>
        </thead>
        <tbody>
          <Row
            label={t('conservation.total')}
            numbers=""
            received={total.received}
            byState={total.byState}
            states={states}
            isTotal
          />
          {days.map(day => (
            <Row
              key={day.day}
              label={text.date(day.day)}
              numbers={`#${day.firstNumber}–#${day.lastNumber}`}
              received={day.received}
              byState={day.byState}
              states={states}
            />
          ))}
        </tbody>
      </table>
      <p className="muted num conservation-head">
        {t('activity.head', { head: `${statement.head.sequence} ${statement.head.hash}` })}
      </p>
    </div>
  )
}

interface RowProps {
  readonly label: string
  readonly numbers: string
  readonly received: number
  readonly byState: Day['byState']
  readonly states: readonly DocumentState[]
  readonly isTotal?: boolean
}

function Row({ label, numbers, received, byState, states, isTotal = false }: RowProps) {
  const { t, number } = useText()
  const sum = Object.values(byState).reduce((one, other) => one + other, 0)
  const isBalanced = sum === received
  return (
    <tr className={isTotal ? 'total' : ''}>
      <th scope="row">{label}</th>
      <td className="num">{numbers}</td>
      <td className="num right">{number(received)}</td>
      {states.map(state => (
        <td key={state} className="num right">
          {number(byState[state] ?? 0)}
        </td>
      ))}
      <td className={isBalanced ? 'good-ink' : 'critical-ink'}>
        {isBalanced ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        {t(isBalanced ? 'conservation.balanced' : 'conservation.off', { sum: number(sum) })}
      </td>
    </tr>
  )
}
