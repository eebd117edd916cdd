import type { Fix, Suggestion } from '../../shared/issue'
import { isSame, type IssueRow } from './identity'

/**
 * What a person meant by a fix, apart from this document's values: "the computed total", "leave it as printed", "it is
 * vendor 0192…". Two resolutions with one meaning are the same answer.
 */
export function meaningOf(fix: Fix, offered: readonly Suggestion[]): string {
  if (fix.type === 'choose_vendor') return `choose_vendor ${fix.vendorId}`
  if (fix.type === 'set_account') return `set_account ${fix.accountCode}`
  const key = offered.find(suggestion => isSame(suggestion.fix, fix))?.key
  if (fix.type === 'set_field') return `${key ?? 'set_field'} ${fix.field}`
  return key ?? fix.type
}

/** The same answer to another issue of the kind, with that one's own values; undefined where it does not fit there. */
export function sameAnswer(solved: Pick<IssueRow, 'suggestions'>, fix: Fix, other: IssueRow): Fix | undefined {
  switch (fix.type) {
    case 'waive':
    case 'skip':
    case 'reject':
    case 'choose_vendor':
    case 'totals_from_lines':
      return fix
    case 'set_account':
      return other.subject.type === 'line' ? { ...fix, lineId: other.subject.lineId } : undefined
    case 'set_field':
      // A currency or a kind of document is the same word everywhere; a date or an amount is not.
      if (fix.field === 'currency' || fix.field === 'document_type') return fix
      break
    case 'create_vendor':
    case 'mark_duplicate':
    case 'replace_document':
    case 'attach_support':
    case 'link_credited':
      return undefined
    default:
      break
  }
  const meaning = meaningOf(fix, solved.suggestions)
  const isNamed = solved.suggestions.some(suggestion => isSame(suggestion.fix, fix))
  if (!isNamed) return undefined
  return other.suggestions.find(suggestion => meaningOf(suggestion.fix, other.suggestions) === meaning)?.fix
}
