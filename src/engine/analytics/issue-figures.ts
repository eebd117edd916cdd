import { count, sql, type SQL } from 'drizzle-orm'
import { EndingMethod, type IssueFigures, type Period } from '../../shared/analytics'
import type { EpochMs } from '../../shared/ids'
import { IssueKey, Severity } from '../../shared/issue'
import { issues } from '../store/schema'
import type { Reader } from '../store/write'
import { countBehind, issueCondition } from './behind-figure'
import { endingMethod } from './ending-method'
import { spreadColumns, spreadOf } from './spread'

const figures = { open: 'open_issues', raised: 'raised_issues', ended: 'ended_issues' } as const
type Told = IssueFigures['byKind'][number]['open']

/** Issues of a period by kind, severity and the way they ended; open ones as of now. */
export function issueFigures(reader: Reader, period: Period, now: EpochMs): IssueFigures {
  const open = tally(reader, issueCondition({ figure: figures.open, period }, now))
  const raised = tally(reader, issueCondition({ figure: figures.raised, period }, now))
  const isEnded = issueCondition({ figure: figures.ended, period }, now)
  const ended = tally(reader, isEnded)
  const of = (id: IssueKey | Severity) => ({ open: open(id), raised: raised(id), ended: ended(id) })
  const isTold = (row: ReturnType<typeof of>) => row.open.issues + row.raised.issues + row.ended.issues > 0
  const time = reader
    .select(spreadColumns(sql`${issues.resolvedAt} - ${issues.raisedAt}`))
    .from(issues)
    .where(isEnded)
    .get()
  return {
    byKind: IssueKey.options
      .map(key => ({ key, ...of(key) }))
      .filter(isTold)
      .toSorted((one, other) => other.raised.issues - one.raised.issues || other.open.issues - one.open.issues),
    bySeverity: Severity.options.map(severity => ({ severity, ...of(severity) })).filter(isTold),
    byMethod: byMethod(reader, isEnded),
    timeToEnd: spreadOf(time),
    endedDocuments: countBehind(reader, { figure: figures.ended, period }, now),
  }
}

/**
 * How many issues of each kind and severity, and on how many documents. Added up here: the database would walk and sort
 * them once for each grouping.
 */
function tally(reader: Reader, where: SQL): (id: IssueKey | Severity) => Told {
  const rows = reader
    .select({ key: issues.key, severity: issues.severity, documentId: issues.documentId })
    .from(issues)
    .where(where)
    .values() as [IssueKey, Severity, string][]
  const counts = new Map<string, { issues: number; documents: Set<string> }>()
  for (const [key, severity, documentId] of rows) {
    for (const id of [key, severity]) {
      const group = counts.get(id) ?? { issues: 0, documents: new Set() }
      group.issues += 1
      group.documents.add(documentId)
      counts.set(id, group)
    }
  }
  return id => {
    const group = counts.get(id)
    return { issues: group?.issues ?? 0, documents: group?.documents.size ?? 0 }
  }
}

function byMethod(reader: Reader, isEnded: SQL): IssueFigures['byMethod'] {
  const rows = reader
    .select({ method: endingMethod, issues: count(), documents: sql<number>`count(DISTINCT ${issues.documentId})` })
    .from(issues)
    .where(isEnded)
    .groupBy(endingMethod)
    .all()
  return EndingMethod.options.flatMap(method =>
    rows.filter(row => row.method === method).map(row => ({ ...row, method })),
  )
}
