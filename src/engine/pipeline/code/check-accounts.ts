import type { LineId } from '../../../shared/ids'
import { isBlocking, type Suggestion } from '../../../shared/issue'
import type { Settings } from '../../../shared/settings'
import type { IssueKind } from '../check/issue-kind'
import type { RaisedIssue } from '../check/subject'
import type { Chart } from './chart'
import type { AccountSuggestion } from './suggestion'

/** A line whose account no person has decided, with what was suggested for it. */
export interface UndecidedLine {
  readonly id: LineId
  readonly position: number
  readonly description: string
  readonly suggestions: readonly AccountSuggestion[]
  /** Sure enough at every stage to go without a look. */
  readonly isSure: boolean
  /** The account a person decided, which the company does not use any more. */
  readonly unusable?: string
}

/** A suggested account may be left standing; none at all may not. */
export const accountNeeded: IssueKind = {
  key: 'account_needed',
  resolutions: ['set_account'],
  mayWaive: ({ severity }) => !isBlocking(severity),
}

/** Below this a suggestion is offered, but not written on the line: a wrong account looks like a decided one. */
export const writtenFrom = 0.5

/**
 * Lines that need an account or a look at the one suggested. Lines with the same likeliest account share one issue:
 * one key codes them all.
 */
export function checkAccounts(lines: readonly UndecidedLine[], chart: Chart, settings: Settings): RaisedIssue[] {
  return doubtfulGroups(lines).map(group => {
    const [first] = group
    const best = first.suggestions[0]
    const isWritten = first.unusable === undefined && best !== undefined && best.probability >= writtenFrom
    const variant = first.unusable !== undefined ? 'inactive' : isWritten ? 'unsure' : 'missing'
    return {
      key: 'account_needed',
      severity: isWritten ? 'medium' : 'high',
      subject: {
        type: 'line',
        lineId: first.id,
        ...(group.length > 1 ? { lineIds: group.map(line => line.id) } : {}),
      },
      params: {
        variant,
        count: group.length,
        line: first.position,
        description: first.description.slice(0, 200),
        account: best?.accountCode ?? '',
        accountName: best ? nameOf(best.accountCode, chart, settings) : '',
        percent: Math.round((best?.probability ?? 0) * 100),
        ...(first.unusable === undefined ? {} : { unusable: first.unusable }),
      },
      suggestions: [
        ...first.suggestions.slice(0, 5).map(suggestion => toSuggestion(suggestion, first.id, chart, settings)),
        { key: 'edit_account', params: {}, fix: { type: 'edit_account', lineId: first.id } },
      ],
    }
  })
}

type Group = readonly [UndecidedLine, ...UndecidedLine[]]

/** Lines whose likeliest account is below the bar, grouped by it, in line order. */
function doubtfulGroups(lines: readonly UndecidedLine[]): Group[] {
  const doubtful = lines.filter(line => !line.isSure)
  const groups = Map.groupBy(doubtful, line => line.unusable ?? line.suggestions[0]?.accountCode ?? '')
  return [...groups.values()].flatMap(([first, ...rest]): Group[] => (first ? [[first, ...rest]] : []))
}

function toSuggestion(
  { accountCode, evidence }: AccountSuggestion,
  lineId: LineId,
  chart: Chart,
  settings: Settings,
): Suggestion {
  const why = evidence[0]?.key
  return {
    key: 'set_account',
    params: { account: accountCode, accountName: nameOf(accountCode, chart, settings) },
    ...(why === undefined ? {} : { why }),
    fix: { type: 'set_account', lineId, accountCode },
  }
}

function nameOf(code: string, chart: Chart, settings: Settings): string {
  return chart.byCode.get(code)?.name[settings.language] ?? ''
}
