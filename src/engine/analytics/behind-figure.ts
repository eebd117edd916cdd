import { and, count, eq, gt, inArray, isNotNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { FigureFilter } from '../../shared/analytics'
import type { DocumentState } from '../../shared/document'
import { defaultEscalation } from '../../shared/escalation'
import type { EpochMs } from '../../shared/ids'
import { Severity, unsettledStates } from '../../shared/issue'
import { correctedFields, documents, documentWork, inboxRows, issues, settings } from '../store/schema'
import type { Reader } from '../store/write'
import { endingMethod } from './ending-method'
import { within } from './period'

const inQueue: DocumentState[] = ['queued', 'processing']

/**
 * Which rows of `inbox_rows` are behind a number. The number is counted by the same conditions, so the list is as long
 * as the number says.
 *
 * @param now tells which open issues are over their limit
 */
export function whereBehind(filter: FigureFilter, now: EpochMs): SQL {
  switch (filter.figure) {
    case 'in_queue':
      return inArray(inboxRows.state, inQueue)
    case 'open_issues':
    case 'overdue_issues':
    case 'raised_issues':
    case 'ended_issues':
      return sql`${inboxRows.documentId} IN (
        SELECT ${issues.documentId} FROM ${issues} WHERE ${issueCondition(filter, now)}
      )`
    default:
      // Asked row by row: most such lists are long, and their first page is there after a few steps.
      return sql`EXISTS (
        SELECT 1 FROM ${documentWork}
        WHERE ${documentWork.intakeNumber} = ${inboxRows.intakeNumber} AND ${workCondition(filter)}
      )`
  }
}

/** How many documents are behind a number: the length of the list that {@link whereBehind} makes. */
export function countBehind(reader: Reader, filter: FigureFilter, now: EpochMs): number {
  return countQuery(reader, filter, now).get()?.number ?? 0
}

function countQuery(reader: Reader, filter: FigureFilter, now: EpochMs) {
  switch (filter.figure) {
    case 'in_queue':
      return reader.select({ number: count() }).from(documents).where(inArray(documents.state, inQueue))
    case 'open_issues':
    case 'overdue_issues':
    case 'raised_issues':
    case 'ended_issues':
      return reader
        .select({ number: sql<number>`count(DISTINCT ${issues.documentId})` })
        .from(issues)
        .where(issueCondition(filter, now))
    default:
      return reader.select({ number: count() }).from(documentWork).where(workCondition(filter))
  }
}

/** Which rows of `document_work` a figure counts. */
export function workCondition({ figure, period, field, currency }: FigureFilter): SQL {
  const received = within(documentWork.receivedAt, period)
  const approved = within(documentWork.approvedAt, period)
  const condition = (): SQL | undefined => {
    switch (figure) {
      case 'failed':
        return and(received, isNotNull(documentWork.failedAt))
      case 'waited':
        return and(received, isNotNull(documentWork.waitMs))
      case 'read':
        return and(received, isNotNull(documentWork.readMs))
      case 'checked':
        return and(received, isNotNull(documentWork.checkMs))
      case 'coded':
        return and(received, isNotNull(documentWork.codeMs))
      case 'approved':
        return approved
      case 'touchless':
        return and(approved, eq(documentWork.approvedByPerson, false), eq(documentWork.touches, 0))
      case 'approved_as_read':
        return and(approved, eq(documentWork.approvedByPerson, true), eq(documentWork.touches, 0))
      case 'auto_coded':
        return and(approved, eq(documentWork.isAutoCoded, true))
      case 'corrected':
        return and(approved, gt(documentWork.corrections, 0))
      case 'corrected_field':
        return and(approved, gt(documentWork.corrections, 0), field === undefined ? undefined : hasCorrected(field))
      case 'handled':
        return and(approved, isNotNull(documentWork.keystrokes))
      case 'posted':
        return within(documentWork.postedAt, period)
      default:
        return received
    }
  }
  return and(condition(), currency === undefined ? undefined : eq(documentWork.currency, currency)) ?? received
}

function hasCorrected(field: NonNullable<FigureFilter['field']>): SQL {
  return sql`EXISTS (SELECT 1 FROM ${correctedFields}
    WHERE ${correctedFields.intakeNumber} = ${documentWork.intakeNumber} AND ${correctedFields.field} = ${field})`
}

/** Which rows of `issues` a figure counts. */
export function issueCondition({ figure, period, key, severity, method }: FigureFilter, now: EpochMs): SQL {
  const what = and(
    key === undefined ? undefined : eq(issues.key, key),
    severity === undefined ? undefined : eq(issues.severity, severity),
  )
  // Said as the index of open issues says it.
  const isOpen = sql`${issues.state} IN ('open', 'asked')`
  switch (figure) {
    case 'raised_issues':
      return and(within(issues.raisedAt, period), what) ?? isOpen
    case 'ended_issues':
      return (
        and(
          within(issues.resolvedAt, period),
          notInArray(issues.state, [...unsettledStates]),
          what,
          method === undefined ? undefined : eq(endingMethod, method),
        ) ?? isOpen
      )
    case 'overdue_issues':
      return and(isOpen, what, isOverLimit(now)) ?? isOpen
    default:
      return and(isOpen, what) ?? isOpen
  }
}

/** Open longer than the company's limit for its severity, as of the preferences; one without a limit never is. */
function isOverLimit(now: EpochMs): SQL | undefined {
  return or(
    ...Severity.options.map(severity => {
      const chosen = sql`SELECT json_extract(${settings.value}, ${`$.${severity}`})
        FROM ${settings} WHERE ${settings.key} = 'escalation'`
      const hours = sql`nullif(ifnull((${chosen}), ${defaultEscalation[severity]}), 0)`
      return and(eq(issues.severity, severity), lt(issues.raisedAt, sql`${now} - 3600000 * ${hours}`))
    }),
  )
}
