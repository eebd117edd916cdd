import { FieldName } from '../../shared/invoice'
import { isBlocking, isUnsettled, type IssueView, type Suggestion } from '../../shared/issue'
import type { MessageParams } from '../../shared/result'
import type { FieldNow, LineNow } from '../pipeline/check/subject'
import { allowedFor } from './kinds'
import type { IssueRow } from './identity'
import { severityRank } from './summary'

/**
 * @param suggestions in the order to show them
 * @param nameOf an account's name in the language now chosen: a row keeps the one of the day it was raised
 */
export function toIssueView(
  row: IssueRow,
  suggestions: readonly Suggestion[],
  nameOf: (accountCode: string) => string | undefined,
): IssueView {
  const { id, key, severity, state, subject } = row
  const named = (params: MessageParams): MessageParams => {
    const { account, accountName } = params
    return accountName === undefined ? params : { ...params, accountName: nameOf(String(account)) ?? accountName }
  }
  return {
    id,
    key,
    severity,
    state,
    subject,
    params: named(row.params),
    suggestions: suggestions.map(suggestion => ({ ...suggestion, params: named(suggestion.params) })),
    resolution:
      isUnsettled(state) || row.resolvedAt === null
        ? null
        : { fix: row.resolutionFix, by: row.resolvedBy ?? '', at: row.resolvedAt, note: row.resolutionNote },
    question: row.question,
    allows: allowedFor(row),
  }
}

/**
 * The order in which a person works through them: open before settled, blocking before the rest, then as things stand
 * on the page.
 */
export function inReadingOrder(
  rows: readonly IssueRow[],
  fields: Readonly<Record<FieldName, FieldNow>> | undefined,
  lines: readonly Pick<LineNow, 'id' | 'position'>[],
): IssueRow[] {
  const positions = new Map(lines.map(line => [line.id, line.position]))
  const place = (row: IssueRow) => placeOf(row, fields, positions)
  return rows.toSorted(
    (a, b) =>
      Number(!isUnsettled(a.state)) - Number(!isUnsettled(b.state)) ||
      Number(isBlocking(b.severity)) - Number(isBlocking(a.severity)) ||
      place(a) - place(b) ||
      severityRank[b.severity] - severityRank[a.severity] ||
      (a.id < b.id ? -1 : 1),
  )
}

// Pages are rarely taller than this in points; lines come after every page, for the table lies below the form.
const pageHeight = 100_000
const belowPages = 1e9

/** Whole-document and vendor questions first, then fields by their place on the page (or in the form), then lines. */
function placeOf(
  { subject }: IssueRow,
  fields: Readonly<Record<FieldName, FieldNow>> | undefined,
  positions: ReadonlyMap<string, number>,
): number {
  if (subject.type === 'document') return -2
  if (subject.type === 'vendor') return -1
  if (subject.type === 'line') return belowPages + (positions.get(subject.lineId) ?? 0)
  const origin = fields?.[subject.field].origin
  if (origin?.kind === 'page' || origin?.kind === 'model') return origin.page * pageHeight + origin.box.y
  return FieldName.options.indexOf(subject.field)
}
