import { and, eq, inArray, or } from 'drizzle-orm'
import type { Comparison, TwinAnswer } from '../../shared/comparison'
import type { DocumentId } from '../../shared/ids'
import { amountFields, type FieldName } from '../../shared/invoice'
import { unsettledStates } from '../../shared/issue'
import { minor, toDecimal } from '../../shared/money'
import { AppError } from '../../shared/result'
import { compactTaxId } from '../pipeline/check/tax-id'
import type { IssueRow } from '../issues/identity'
import { documentById } from '../store/documents'
import { documents, issues } from '../store/schema'
import type { Reader } from '../store/write'
import { nameKey } from '../vendors/name-key'
import { similarityTo, trigrams } from '../vendors/similarity'
import { editableStates } from './command'
import { fieldText, type InvoiceRow } from './invoice-fields'
import { findInvoice, loadLines, type LineRow } from './load'
import { replaceableStates } from './replace-document'
import { findTwins } from './twins'

/** Fields in the order they are shown, with how much each tells about being one invoice. */
const weights: readonly (readonly [FieldName, number])[] = [
  ['document_type', 1],
  ['seller.name', 1],
  ['seller.tax_id', 3],
  ['invoice_number', 4],
  ['issue_date', 2],
  ['due_date', 0.5],
  ['currency', 1],
  ['net_total', 1],
  ['tax_total', 1],
  ['grand_total', 4],
  ['uuid', 6],
  ['buyer.tax_id', 1],
]
const linesWeight = 3

/** Open questions about twins of a document. */
export function openTwinIssues(reader: Reader, documentId: DocumentId): IssueRow[] {
  const open = inArray(issues.state, [...unsettledStates])
  return reader
    .select()
    .from(issues)
    .where(and(eq(issues.documentId, documentId), eq(issues.key, 'duplicate_found'), open))
    .all()
}

/**
 * Two documents beside each other.
 *
 * @param otherId null for the likeliest twin
 * @throws AppError `no_twin` when nothing here looks like it; `document_not_found`
 */
export function compareDocuments(reader: Reader, documentId: DocumentId, otherId: DocumentId | null): Comparison {
  const twins = twinsOf(reader, documentId)
  const wanted = otherId ?? twins[0]
  if (wanted === undefined || wanted === documentId) throw new AppError('no_twin', {}, 'user')
  return {
    documentId,
    otherId: wanted,
    twins: [...new Set([wanted, ...twins])].map(id => ({
      documentId: id,
      intakeNumber: documentById(reader, id).intakeNumber,
    })),
    ...likenessOf(reader, documentId, wanted),
    allows: allowedAnswers(reader, documentId, wanted),
  }
}

type Likeness = Pick<Comparison, 'similarity' | 'hasSameBytes' | 'fields' | 'lines'>

/** How alike two documents are, value by value and as one figure. */
export function likenessOf(reader: Reader, documentId: DocumentId, otherId: DocumentId): Likeness {
  const [one, other] = [documentById(reader, documentId), documentById(reader, otherId)]
  const [mine, theirs] = [findInvoice(reader, documentId), findInvoice(reader, otherId)]
  const fields = compareFields(mine, theirs)
  const lines = compareLines(reader, mine, theirs)
  const hasSameBytes = one.sha256 === other.sha256 && one.part === other.part
  return { similarity: hasSameBytes ? 1 : similarityOf(fields, lines), hasSameBytes, fields, lines }
}

/** What may be said about two documents in their present states. */
export function allowedAnswers(reader: Reader, documentId: DocumentId, otherId: DocumentId): TwinAnswer[] {
  const [one, other] = [documentById(reader, documentId), documentById(reader, otherId)]
  if (!editableStates.includes(one.state) || other.duplicateOfId === documentId) return []
  const isAsked = openTwinIssues(reader, documentId).some(issue => issue.params['ref'] === otherId)
  return [
    'same',
    ...(replaceableStates.includes(other.state) ? (['replaces'] as const) : []),
    ...(isAsked ? (['different'] as const) : []),
    'support',
  ]
}

/** Likeliest first: those an open issue names, those that say the same, those linked already. */
function twinsOf(reader: Reader, documentId: DocumentId): DocumentId[] {
  const asked = openTwinIssues(reader, documentId).map(issue => issue.params['ref'] as DocumentId)
  const invoice = findInvoice(reader, documentId)
  const found = invoice ? findTwins(reader, invoice).map(twin => twin.documentId) : []
  const { duplicateOfId } = documentById(reader, documentId)
  const linked = reader
    .select({ id: documents.id })
    .from(documents)
    .where(or(eq(documents.duplicateOfId, documentId), eq(documents.id, duplicateOfId ?? documentId)))
    .limit(20)
    .all()
    .map(row => row.id)
  return [...new Set([...asked, ...found, ...linked])].filter(id => id !== documentId)
}

function compareFields(mine: InvoiceRow | undefined, theirs: InvoiceRow | undefined): Comparison['fields'] {
  return weights.flatMap(([name]) => {
    const one = mine ? fieldText(mine, name) : null
    const other = theirs ? fieldText(theirs, name) : null
    if (one === null && other === null) return []
    return [{ name, one, other, isSame: isSameValue(name, one, other) }]
  })
}

function isSameValue(name: FieldName, one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  if (amountFields.some(amount => amount === name)) return Number(one) === Number(other)
  if (name === 'seller.name') return nameKey(one) === nameKey(other)
  const isWrittenFreely = name === 'invoice_number' || name === 'seller.tax_id' || name === 'buyer.tax_id'
  return isWrittenFreely ? compactTaxId(one) === compactTaxId(other) : one.toLowerCase() === other.toLowerCase()
}

/** Rows are paired by what they say and cost: one that moved is still the same row. */
function compareLines(
  reader: Reader,
  mine: InvoiceRow | undefined,
  theirs: InvoiceRow | undefined,
): Comparison['lines'] {
  const left = mine ? loadLines(reader, mine.id) : []
  const rest = theirs ? loadLines(reader, theirs.id) : []
  const paired = left.map(line => {
    const likeness = rest.map(candidate => lineLikeness(line, candidate))
    const best = likeness.indexOf(Math.max(...likeness))
    const other = (likeness[best] ?? 0) >= 0.5 ? rest.splice(best, 1)[0] : undefined
    return { one: line, other }
  })
  const side = (line: LineRow | undefined, invoice: InvoiceRow | undefined) => {
    if (!line) return null
    const { description, quantity, lineTotal } = line
    return {
      description,
      quantity,
      lineTotal: lineTotal === null ? null : toDecimal(minor(lineTotal), invoice?.currency ?? null),
    }
  }
  return [
    ...paired.map(({ one, other }) => ({
      one: side(one, mine),
      other: side(other, theirs),
      isSame: other !== undefined && lineLikeness(one, other) >= 0.8 && one.lineTotal === other.lineTotal,
    })),
    ...rest.map(line => ({ one: null, other: side(line, theirs), isSame: false })),
  ]
}

function lineLikeness(one: LineRow, other: LineRow): number {
  const words = similarityTo(trigrams(nameKey(one.description)), nameKey(other.description))
  return (words + Number(one.lineTotal === other.lineTotal)) / 2
}

/** What only one of them says counts half against it: a scan shows less than its XML. */
function similarityOf(fields: Comparison['fields'], lines: Comparison['lines']): number {
  let [agreed, all] = [0, 0]
  for (const { name, one, other, isSame } of fields) {
    const weight = weights.find(([field]) => field === name)?.[1] ?? 0
    all += one === null || other === null ? weight / 2 : weight
    if (isSame) agreed += weight
  }
  if (lines.length > 0) {
    all += linesWeight
    agreed += (linesWeight * lines.filter(line => line.isSame).length) / lines.length
  }
  return all === 0 ? 0 : agreed / all
}
