import { count } from 'drizzle-orm'
import { timedSteps, type Period, type TimedStep, type TimeFigures } from '../../shared/analytics'
import { documentWork } from '../store/schema'
import type { Reader } from '../store/write'
import { workCondition } from './behind-figure'
import { spreadColumns, spreadOf } from './spread'

const columnOf = {
  wait: documentWork.waitMs,
  read: documentWork.readMs,
  check: documentWork.checkMs,
  code: documentWork.codeMs,
  hands_on: documentWork.handsOnMs,
  posting: documentWork.postingMs,
} as const satisfies Record<TimedStep, unknown>

/** How long each step of a document's way took, and how many keys a person pressed on it. */
export function timeFigures(reader: Reader, period: Period): TimeFigures {
  const steps = (Object.keys(timedSteps) as TimedStep[]).map(step => {
    const row = reader
      .select({ documents: count(), ...spreadColumns(columnOf[step]) })
      .from(documentWork)
      .where(workCondition({ figure: timedSteps[step], period }))
      .get()
    return { step, documents: row?.documents ?? 0, ms: spreadOf(row) }
  })
  const keys = reader
    .select(spreadColumns(documentWork.keystrokes))
    .from(documentWork)
    .where(workCondition({ figure: 'handled', period }))
    .get()
  return { steps, keystrokes: spreadOf(keys) }
}
