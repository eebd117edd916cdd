import { ChevronRight } from 'lucide-react'
import type { EpochMs } from '../../../shared/ids'
import type { ServerCall } from '../../../shared/server-call'
import { useText } from '../i18n/t'

/** Something that happened here, between the calls. */
export interface Step {
  readonly at: EpochMs
  readonly what: string
}

interface CallsProps {
  readonly calls: readonly ServerCall[]
  readonly states?: readonly Step[]
}

/** The timeline of one piece of work with another program: each call, how it was answered, and what was said. */
export function Calls({ calls, states = [] }: CallsProps) {
  const { t, moment, number } = useText()
  const name = t('sync.timeline')
  return (
    <>
      <h3>{name}</h3>
      <table className="sync-calls num" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('sync.timeline.when')}</th>
            <th scope="col">{t('sync.timeline.call')}</th>
            <th scope="col">{t('sync.timeline.answer')}</th>
            <th scope="col">{t('sync.timeline.took')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(states, calls).map((row, index) => (
            <tr key={`${row.at} ${index}`}>
              <td>{moment(row.at)}</td>
              <td>{'what' in row ? row.what : row.call}</td>
              <td className={'what' in row || row.code === null ? undefined : 'critical-ink'}>
                {'what' in row ? '' : answerOf(t, row)}
              </td>
              <td>{'what' in row ? '' : t('sync.timeline.ms', { ms: number(row.ms) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {calls.some(isQuoted) && (
        <>
          <h3>{t('sync.said')}</h3>
          {calls.filter(isQuoted).map((call, index) => (
            <Said key={`${call.at} ${index}`} call={call} />
          ))}
        </>
      )}
    </>
  )
}

function Said({ call }: { readonly call: ServerCall }) {
  const { t } = useText()
  return (
    <details className="sync-said">
      <summary className="num">
        <ChevronRight aria-hidden="true" />
        {call.call}
        <span className={call.code === null ? 'muted' : 'critical-ink'}>{answerOf(t, call)}</span>
      </summary>
      <h4>{t('sync.request')}</h4>
      <pre>{call.request ?? t('sync.nothingToChange')}</pre>
      <h4>{t('sync.answer')}</h4>
      <pre>{call.answer ?? t('sync.saidNothing')}</pre>
    </details>
  )
}

function isQuoted({ request, answer }: ServerCall): boolean {
  return request !== null || answer !== null
}

function answerOf(t: ReturnType<typeof useText>['t'], { status, code }: ServerCall): string {
  return [status === null ? t('sync.timeline.noAnswer') : String(status), code].filter(Boolean).join(' · ')
}

/** A state stands before the calls of the same instant. */
function inOrder(states: readonly Step[], calls: readonly ServerCall[]): (Step | ServerCall)[] {
  return [...states, ...calls].sort((one, other) => one.at - other.at)
}
