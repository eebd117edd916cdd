import { and, eq, gte, inArray, lt, notInArray } from 'drizzle-orm'
import type { EpochMs } from '../../../shared/ids'
import { unsettledStates, type IssueKey, type Severity } from '../../../shared/issue'
import { documentWork, issues, stepRuns } from '../../store/schema'
import type { Reader } from '../../store/write'

const stepsTold = ['read', 'check', 'code'] as const

/** How long each step took that was done from one instant up to another, in milliseconds: the attempts Analytics counts. */
export function everDone(
  reader: Reader,
  since: EpochMs,
  until: EpochMs,
): { step: (typeof stepsTold)[number]; ms: number }[] {
  const { step, result, startedAt, endedAt } = stepRuns
  const rows = reader
    .select({ step, startedAt, endedAt })
    .from(stepRuns)
    .where(and(eq(result, 'done'), gte(endedAt, since), lt(endedAt, until), inArray(step, [...stepsTold])))
    .all()
  return rows.flatMap(row => {
    const told = stepsTold.find(one => one === row.step)
    return told === undefined ? [] : [{ step: told, ms: row.endedAt - row.startedAt }]
  })
}

/** How long the posting of each bill took that the ledger confirmed from one instant up to another, in milliseconds. */
export function everPosted(reader: Reader, since: EpochMs, until: EpochMs): number[] {
  const { postedAt, postingMs } = documentWork
  return reader
    .select({ postingMs })
    .from(documentWork)
    .where(and(gte(postedAt, since), lt(postedAt, until)))
    .all()
    .flatMap(row => row.postingMs ?? [])
}

/** How long each issue stood that was settled from one instant up to another, in milliseconds. */
export function everSettled(
  reader: Reader,
  since: EpochMs,
  until: EpochMs,
): { ms: number; key: IssueKey; severity: Severity }[] {
  const { key, severity, raisedAt, resolvedAt, state } = issues
  return reader
    .select({ key, severity, raisedAt, resolvedAt })
    .from(issues)
    .where(and(gte(resolvedAt, since), lt(resolvedAt, until), notInArray(state, [...unsettledStates])))
    .all()
    .map(row => ({ key: row.key, severity: row.severity, ms: (row.resolvedAt ?? row.raisedAt) - row.raisedAt }))
}
