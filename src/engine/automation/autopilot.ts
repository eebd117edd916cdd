import { z } from 'zod'
import { Autopilot } from '../../shared/automation'
import type { DecisionContext } from '../decisions/context'
import { appendJournal } from '../store/journal'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'

const key = 'autopilot'
const Stored = Autopilot.extend({ version: z.number().int() })
type Stored = z.infer<typeof Stored>

/** Off until somebody has looked at the figures; the bar it starts from is a strict one. */
const unset: Stored = { mode: 'off', bar: 0.95, exceptVendorIds: [], version: 0 }

export function readAutopilot(reader: Reader): Stored {
  return readSetting(reader, key, Stored) ?? unset
}

/** Every change is a version of its own: the journal's rows name the one they acted under. */
export function setAutopilot(tx: Tx, autopilot: Autopilot, ctx: DecisionContext): void {
  const before = readAutopilot(tx)
  const after: Stored = { ...autopilot, version: before.version + 1 }
  writeSetting(tx, key, after)
  const params = { mode: after.mode, bar: after.bar, version: after.version }
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: 'autopilot.changed',
    documentId: null,
    params,
    before,
    after,
  })
}
