import { and, desc, eq, notInArray } from 'drizzle-orm'
import { isUnsettled, type Fix } from '../../shared/issue'
import { AppError, type MessageParams } from '../../shared/result'
import { isSame, type IssueRow } from '../issues/identity'
import { mayAnswer } from '../issues/kinds'
import { journal } from '../store/schema'
import type { Reader } from '../store/write'
import { findInvoice } from './load'
import { engineKinds } from './record-change'

/** Fixes that carry values worked out from the document as it was when they were offered. */
const workedOut: readonly Fix['type'][] = [
  'set_field',
  'set_account',
  'add_line',
  'replace_lines',
  'fill_line',
  'totals_from_lines',
]

/**
 * Refuses a resolution that no longer fits: somebody settled the issue meanwhile, the kind has no such way out, or the
 * document changed and what was offered then is not offered now.
 *
 * @param seen revision the person was looking at; null when the fix does not depend on it
 * @throws AppError `fix_no_longer_fits` (params `reason`: `settled`, `not_for_this_issue` or `changed`; `change` says what)
 */
export function requireFitting(reader: Reader, issue: IssueRow, fix: Fix, seen: number | null): void {
  if (!isUnsettled(issue.state)) {
    const by = issue.resolvedBy ?? ''
    throw new AppError('fix_no_longer_fits', { reason: 'settled', by, as: issue.state })
  }
  if (!mayAnswer(issue, fix)) throw new AppError('fix_no_longer_fits', { reason: 'not_for_this_issue' })
  const revision = findInvoice(reader, issue.documentId)?.revision ?? 0
  if (seen === null || seen === revision || !workedOut.includes(fix.type)) return
  if (issue.suggestions.some(suggestion => isSame(suggestion.fix, fix))) return
  throw new AppError('fix_no_longer_fits', { ...lastChange(reader, issue), reason: 'changed' })
}

/** What happened to the document last, for the sentence of the refusal. */
function lastChange(reader: Reader, { documentId }: IssueRow): MessageParams {
  const last = reader
    .select({ kind: journal.kind, params: journal.params, actor: journal.actor })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), notInArray(journal.kind, [...engineKinds])))
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get()
  const { field = '', from = '', to = '' } = last?.params ?? {}
  // A dot would end the word of an ICU choice.
  return { change: (last?.kind ?? 'other').replaceAll('.', '_'), by: last?.actor ?? '', field, from, to }
}
