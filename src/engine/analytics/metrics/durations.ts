import { and, gte, lt, notInArray } from 'drizzle-orm'
import type { EpochMs } from '../../../shared/ids'
import { unsettledStates, type IssueKey, type Severity } from '../../../shared/issue'
import { documentWork, issues } from '../../store/schema'
import type { Reader } from '../../store/write'

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
