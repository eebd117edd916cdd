import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { LikeLines, PendingCodings, PendingGroup, PendingLine } from '../../shared/coding'
import type { DocumentState } from '../../shared/document'
import type { LineId } from '../../shared/ids'
import type { CodingState, LineView } from '../../shared/invoice'
import { toDecimal, type MinorUnits } from '../../shared/money'
import type { Settings } from '../../shared/settings'
import { lineCoding } from '../decisions/line-codings'
import { billTypes } from '../pipeline/check/check-payable'
import type { Chart } from '../pipeline/code/chart'
import { descriptionKey, meaningfulWords } from '../pipeline/code/fold'
import { documents, invoiceLines, invoices, lineCodings, vendors } from '../store/schema'
import type { Reader } from '../store/write'

export interface CodingNames {
  readonly chart: Chart
  readonly language: Settings['language']
}

const undecided: readonly CodingState[] = ['pending', 'not_classified']
const openStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']
const linesShown = 5
const likeShown = 200

/** Accounts of open invoices that wait for a person's word, in groups that one word decides. */
export function pendingCodings(
  reader: Reader,
  { vendorId, onlyDoubtful, limit }: Parsed<'coding.pending'>,
  names: CodingNames,
): PendingCodings {
  const ofVendor = vendorId === null ? undefined : eq(invoices.vendorId, vendorId)
  const rows = openLines(reader, and(inArray(invoiceLines.codingState, [...undecided]), ofVendor))
  const groups = [...Map.groupBy(rows, sameVendorAndProposal).values()].flatMap(groupsIn)
  const isDoubtful = ([first]: Group) => first.isSure !== true
  const doubtful = groups.filter(isDoubtful)
  const listed = onlyDoubtful ? doubtful : groups
  const order = (group: Group) => (isDoubtful(group) ? 1_000_000 : 0) + group.length
  const shown = listed.toSorted((one, other) => order(other) - order(one)).slice(0, limit)
  return {
    groups: shown.map(group => toView(reader, group, isDoubtful(group), names)),
    totalGroups: listed.length,
    totalLines: listed.reduce((sum, group) => sum + group.length, 0),
    doubtfulLines: doubtful.reduce((sum, group) => sum + group.length, 0),
  }
}

/** Open lines of the same vendors that say the same as these, without these. */
export function likeLines(
  reader: Reader,
  { lineIds }: Parsed<'coding.like'>,
  { chart, language }: CodingNames,
): LikeLines {
  const asked = new Set(lineIds)
  const examples = openLines(reader, inArray(invoiceLines.id, lineIds.slice(0, examplesLooked)))
  const vendorIds = [...new Set(examples.flatMap(({ vendorId }) => vendorId ?? []))]
  const others =
    vendorIds.length === 0
      ? openLines(reader, inArray(invoices.sellerName, [...new Set(examples.map(row => row.sellerName ?? ''))]))
      : openLines(reader, inArray(invoices.vendorId, vendorIds))
  const like = others.filter(
    row => !asked.has(row.id) && examples.some(example => isSameVendor(example, row) && saysAlike(example, row)),
  )
  const open = like.filter(row => undecided.includes(row.codingState))
  return {
    lines: open.slice(0, likeShown).map(row => ({
      ...lineOf(row),
      accountCode: row.accountCode,
      accountName: nameOf(row.accountCode, chart, language),
    })),
    lineIds: open.map(row => row.id),
    decided: like.length - open.length,
  }
}

const examplesLooked = 200

function openLines(reader: Reader, which: SQL | undefined) {
  const { id, position, description, lineTotal, accountCode, codingState, codingProbability } = invoiceLines
  return reader
    .select({
      id,
      position,
      description,
      lineTotal,
      accountCode,
      codingState,
      codingProbability,
      isSure: lineCodings.isSure,
      documentId: invoices.documentId,
      intakeNumber: documents.intakeNumber,
      number: invoices.invoiceNumber,
      currency: invoices.currency,
      vendorId: invoices.vendorId,
      vendorName: vendors.name,
      sellerName: invoices.sellerName,
    })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
    .leftJoin(lineCodings, eq(lineCodings.lineId, invoiceLines.id))
    .where(
      and(
        which,
        inArray(documents.state, [...openStates]),
        or(isNull(invoices.documentType), inArray(invoices.documentType, [...billTypes])),
        isNotNull(invoiceLines.lineTotal),
        ne(invoiceLines.lineTotal, 0),
      ),
    )
    .orderBy(asc(documents.intakeNumber), asc(position))
    .all()
}

type Row = ReturnType<typeof openLines>[number]
type Group = readonly [Row, ...Row[]]

function sameVendorAndProposal({ vendorId, sellerName, accountCode, isSure }: Row): string {
  return JSON.stringify([vendorId ?? sellerName, accountCode, isSure === true])
}

/** What a vendor sells for one account is alike, whatever its name; where nothing is proposed the words must say so. */
function groupsIn(rows: readonly Row[]): Group[] {
  const [first, ...rest] = rows
  if (!first) return []
  return first.accountCode === null ? alike(rows) : [[first, ...rest]]
}

/** Lines with the same words go together, then those that share at least half of the words of a group's first line. */
function alike(rows: readonly Row[]): Group[] {
  const groups: { words: ReadonlySet<string>; rows: [Row, ...Row[]] }[] = []
  for (const same of Map.groupBy(rows, row => descriptionKey(row.description)).values()) {
    const [first, ...rest] = same
    if (!first) continue
    const words = wordsOf(first)
    const known = groups.find(group => shareHalf(group.words, words))
    if (known) known.rows.push(...same)
    else groups.push({ words, rows: [first, ...rest] })
  }
  return groups.map(group => group.rows)
}

function wordsOf({ description }: Row): ReadonlySet<string> {
  return new Set(meaningfulWords(descriptionKey(description)))
}

function isSameVendor(one: Row, other: Row): boolean {
  return one.vendorId === null ? other.sellerName === one.sellerName : other.vendorId === one.vendorId
}

function saysAlike(one: Row, other: Row): boolean {
  return (
    descriptionKey(one.description) === descriptionKey(other.description) || shareHalf(wordsOf(one), wordsOf(other))
  )
}

function shareHalf(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter(word => other.has(word)).length
  return shared > 0 && shared / Math.max(one.size, other.size) >= 0.5
}

function lineOf(row: Row): PendingLine {
  const { id, documentId, intakeNumber, number, position, description, lineTotal, currency } = row
  const total = lineTotal === null ? null : toDecimal(lineTotal as MinorUnits, currency)
  return { lineId: id, documentId, intakeNumber, number, position, description, lineTotal: total, currency }
}

function toView(reader: Reader, group: Group, isDoubtful: boolean, { chart, language }: CodingNames): PendingGroup {
  const [first] = group
  const coding = lineCoding(reader, first.id)
  return {
    key: first.id,
    vendorId: first.vendorId,
    vendorName: first.vendorName ?? first.sellerName ?? '',
    description: first.description,
    accountCode: first.accountCode,
    accountName: nameOf(first.accountCode, chart, language),
    probability: Math.min(...group.map(row => row.codingProbability)),
    isDoubtful,
    stages: coding ? { family: coding.family, subfamily: coding.subfamily, account: coding.account } : null,
    evidence: evidenceOf(reader, first.id),
    candidates: (coding?.candidates ?? []).map(candidate => ({
      ...candidate,
      accountName: nameOf(candidate.accountCode, chart, language) ?? '',
    })),
    lineIds: group.map(row => row.id),
    documents: new Set(group.map(row => row.documentId)).size,
    lines: group.slice(0, linesShown).map(lineOf),
  }
}

function evidenceOf(reader: Reader, id: LineId): LineView['codingEvidence'] {
  const { codingEvidence } = invoiceLines
  return reader.select({ codingEvidence }).from(invoiceLines).where(eq(invoiceLines.id, id)).get()?.codingEvidence ?? []
}

function nameOf(code: string | null, chart: Chart, language: Settings['language']): string | null {
  return code === null ? null : (chart.byCode.get(code)?.name[language] ?? '')
}
