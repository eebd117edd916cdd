import type { DocumentScore, Outcome } from './compare'
import { scoredFields } from './truth'

type Tally = Record<Outcome, number>

export interface AccuracyReport {
  readonly documents: number
  readonly read: number
  /** Documents whose right answer is "cannot be read", and how many got it. */
  readonly unreadable: { readonly expected: number; readonly refused: number }
  readonly fields: Readonly<Record<string, Tally>>
  readonly groups: Readonly<
    Record<string, { documents: number; read: number; headerRight: number; headerOf: number; touchless: number }>
  >
  readonly lines: {
    readonly expected: number
    readonly read: number
    readonly paired: number
    readonly columns: Readonly<Record<string, { right: number; of: number }>>
  }
  readonly touchless: { readonly right: number; readonly of: number }
  readonly ms: { readonly median: number; readonly p95: number; readonly max: number } | null
  /** Documents that count neither way, with the reason: of optional formats a reader may say no and keep the file. */
  readonly setAside: readonly string[]
  readonly misses: readonly string[]
}

/** Sums the scores up. Only payable documents count towards fields and lines; the others must merely be recognised. */
export function reportOf(scores: readonly DocumentScore[], notPayable: readonly DocumentScore[]): AccuracyReport {
  const declined = scores.filter(({ truth, record }) => truth.isOptional === true && record.error)
  const readable = scores.filter(score => !score.truth.isUnreadable && !declined.includes(score))
  const unreadable = scores.filter(score => score.truth.isUnreadable)
  const fields: Record<string, Tally> = {}
  const groups: Record<
    string,
    { documents: number; read: number; headerRight: number; headerOf: number; touchless: number }
  > = {}
  const lines = { expected: 0, read: 0, paired: 0, columns: {} as Record<string, { right: number; of: number }> }
  const misses: string[] = []

  for (const score of readable) {
    const isRead = !score.record.error
    const group = (groups[score.truth.group] ??= { documents: 0, read: 0, headerRight: 0, headerOf: 0, touchless: 0 })
    group.documents += 1
    if (isRead) group.read += 1
    else misses.push(`${score.truth.file}: not read (${score.record.error ?? ''})`)
    if (score.isTouchless && isRead) group.touchless += 1
    for (const { field, outcome: found, expected, read } of score.fields) {
      // A document that was not read gets no credit for fields that happen to be empty.
      const outcome = isRead ? found : 'missing'
      const tally = (fields[field] ??= { right: 0, empty: 0, wrong: 0, missing: 0, extra: 0 })
      tally[outcome] += 1
      group.headerOf += 1
      if (outcome === 'right' || outcome === 'empty') group.headerRight += 1
      else if (isRead) {
        misses.push(
          `${score.truth.file}: ${field} ${outcome}: ${read ?? 'nothing'} instead of ${expected.join(' or ')}`,
        )
      }
    }
    if (score.lines === null) continue
    lines.expected += score.lines.expected
    lines.read += score.lines.read
    lines.paired += score.lines.paired
    for (const [column, { right, of }] of Object.entries(score.lines.columns)) {
      const sum = (lines.columns[column] ??= { right: 0, of: 0 })
      sum.right += right
      sum.of += of
    }
    if (isRead) misses.push(...score.lines.misses.map(miss => `${score.truth.file}: ${miss}`))
  }
  for (const score of notPayable) {
    const type = score.fields.find(({ field }) => field === 'document_type')
    if (type?.outcome !== 'right') {
      misses.push(
        `${score.truth.file}: document_type ${type?.read ?? 'nothing'} instead of ${type?.expected.join() ?? ''}`,
      )
    }
  }
  for (const { truth, record } of unreadable) {
    if (!record.error) misses.push(`${truth.file}: read although it is damaged`)
  }
  return {
    documents: readable.length,
    read: readable.filter(score => !score.record.error).length,
    unreadable: { expected: unreadable.length, refused: unreadable.filter(score => score.record.error).length },
    fields,
    groups,
    lines,
    touchless: {
      right: readable.filter(score => score.isTouchless && !score.record.error).length,
      of: readable.length,
    },
    ms: timing([...scores, ...notPayable].flatMap(score => score.record.ms ?? [])),
    setAside: declined.map(({ truth, record }) => `${truth.file}: optional format, declined (${record.error ?? ''})`),
    misses,
  }
}

function timing(times: readonly number[]): AccuracyReport['ms'] {
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const round = (ms: number) => Math.round(ms * 100) / 100
  return sorted.length === 0 ? null : { median: round(at(0.5)), p95: round(at(0.95)), max: round(at(1)) }
}

/** The report as text for a terminal. */
export function tableOf(report: AccuracyReport): string {
  const percent = (right: number, of: number) => (of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} %`)
  const row = (...cells: (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(28) : String(cell).padStart(9))).join('')
  const out = [row('field', 'right', 'empty', 'wrong', 'missing', 'extra', 'accuracy')]
  for (const field of scoredFields) {
    const tally = report.fields[field]
    if (tally === undefined) continue
    const { right, empty, wrong, missing, extra } = tally
    const of = right + empty + wrong + missing + extra
    out.push(row(field, right, empty, wrong, missing, extra, percent(right + empty, of)))
  }
  out.push('', row('lines', 'right', 'of', '', '', '', 'accuracy'))
  const { lines } = report
  out.push(row('found', lines.paired, lines.expected, '', '', '', percent(lines.paired, lines.expected)))
  out.push(row('read that exist', lines.paired, lines.read, '', '', '', percent(lines.paired, lines.read)))
  for (const [column, { right, of }] of Object.entries(lines.columns)) {
    out.push(row(column, right, of, '', '', '', percent(right, of)))
  }
  out.push('', row('group', 'documents', 'read', 'touchless', '', '', 'header'))
  for (const [name, group] of Object.entries(report.groups)) {
    const header = percent(group.headerRight, group.headerOf)
    out.push(row(name, group.documents, group.read, group.touchless, '', '', header))
  }
  out.push(
    '',
    `touchless (number, issue date, seller, grand total all right): ${report.touchless.right} of ${report.touchless.of}`,
  )
  out.push(`damaged files refused: ${report.unreadable.refused} of ${report.unreadable.expected}`)
  for (const line of report.setAside) out.push(`set aside: ${line}`)
  if (report.ms !== null) {
    out.push(`ms per document: median ${report.ms.median}, 95 % under ${report.ms.p95}, longest ${report.ms.max}`)
  }
  return out.join('\n')
}
