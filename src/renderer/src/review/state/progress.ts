import type { DocumentView } from '../../../../shared/document-view'
import { isBlocking, isUnsettled, type IssueView } from '../../../../shared/issue'
import { isSettled } from './approval'
import type { Band, FieldName, FieldView, InvoiceView, LineView, Origin } from '../../../../shared/invoice'

/** What may hold the cursor, as text so that it can be a DOM attribute: see {@link fieldTarget} and its siblings. */
export type Target = string

export const approveTarget: Target = 'approve'
export const fieldTarget = (field: FieldName): Target => `field:${field}`
export const issueTarget = (issueId: string): Target => `issue:${issueId}`
export const accountTarget = (lineId: string): Target => `account:${lineId}`
export const lineTarget = (lineId: string): Target => `line:${lineId}`

/** Header fields in the order the person walks them. */
export const fieldOrder: readonly FieldName[] = [
  'seller.name',
  'seller.tax_id',
  'invoice_number',
  'issue_date',
  'due_date',
  'net_total',
  'tax_total',
  'withheld_total',
  'grand_total',
  'currency',
  'exchange_rate',
]

/** Open issues, blocking ones first, then by their place on the invoice; settled ones after them. */
export function orderIssues(view: DocumentView): IssueView[] {
  const place = (issue: IssueView) => placeOnInvoice(issue, view.invoice)
  return view.issues.toSorted(
    (left, right) =>
      Number(isUnsettled(right.state)) - Number(isUnsettled(left.state)) ||
      severityRank(left) - severityRank(right) ||
      place(left) - place(right),
  )
}

export function openIssues(view: DocumentView): IssueView[] {
  return orderIssues(view).filter(issue => isUnsettled(issue.state))
}

/** Only whether it blocks, not how badly: among blocking issues the page decides the order. */
function severityRank(issue: IssueView): number {
  if (isBlocking(issue.severity)) return 0
  return issue.severity === 'medium' ? 1 : 2
}

// Pages are far longer than they are wide; a value's reading position is its page, then its height on it.
const pageLength = 100_000

function placeOnInvoice({ subject }: IssueView, invoice: InvoiceView | null): number {
  if (!invoice || subject.type === 'document') return -1
  if (subject.type === 'line') {
    const line = invoice.lines.find(candidate => candidate.id === subject.lineId)
    return 1e9 + (line?.position ?? 0)
  }
  const name = subject.type === 'vendor' ? 'seller.name' : subject.field
  const origin = fieldOf(invoice, name)?.origin
  if (origin?.kind === 'page' || origin?.kind === 'model') return origin.page * pageLength + origin.box.y
  return 1e8 + fieldOrder.indexOf(name)
}

export function fieldOf(invoice: InvoiceView | null, name: FieldName): FieldView | undefined {
  return invoice?.fields.find(field => field.name === name)
}

/** Shown only where there is something to show or to ask. */
const seldom: readonly FieldName[] = ['withheld_total', 'exchange_rate']

/** Fields of the form: the fixed ones; withheld tax and exchange rate only where there is any. */
export function shownFields(invoice: InvoiceView): FieldView[] {
  return fieldOrder.flatMap(name => {
    const field = fieldOf(invoice, name)
    if (!field) return seldom.includes(name) ? [] : [emptyField(name)]
    const isNil = field.value === null || Number(field.value) === 0
    return seldom.includes(name) && isNil && !wantsLook(field.band) ? [] : [field]
  })
}

function emptyField(name: FieldName): FieldView {
  return { name, value: null, band: 'absent', probability: 0, origin: null, candidates: [] }
}

/** A band that asks the person to look. */
function wantsLook(band: Band): boolean {
  return band === 'check' || band === 'missing' || band === 'invalid'
}

/** Where the cursor goes when the invoice opens or a problem was settled: the first open issue, else Approve. */
export function nextProblem(view: DocumentView): Target {
  const issue = isSettled(view) ? undefined : openIssues(view)[0]
  return issue ? issueTarget(issue.id) : approveTarget
}

/** Where Enter in a field leads: the next field below that wants a look, else the next open issue, else Approve. */
export function nextAfterField(view: DocumentView, field: FieldName): Target {
  if (!view.invoice) return nextProblem(view)
  const fields = shownFields(view.invoice)
  const at = fields.findIndex(candidate => candidate.name === field)
  const next = fields.slice(at + 1).find(candidate => wantsLook(candidate.band))
  return next ? fieldTarget(next.name) : nextProblem(view)
}

/** The origin whose place is lit when this has the cursor. */
export function originOf(invoice: InvoiceView | null, target: Target | null): Origin | null {
  if (!invoice || !target) return null
  const [kind, id] = splitTarget(target)
  if (kind === 'field') return invoice.fields.find(field => field.name === id)?.origin ?? null
  if (kind === 'line' || kind === 'account') return lineOf(invoice, id)?.origin ?? null
  return null
}

export function lineOf(invoice: InvoiceView, lineId: string): LineView | undefined {
  return invoice.lines.find(line => line.id === lineId)
}

/** The value an issue speaks of, lit on the page while the issue has the cursor. */
export function subjectTarget({ subject }: IssueView): Target | null {
  if (subject.type === 'field') return fieldTarget(subject.field)
  if (subject.type === 'vendor') return fieldTarget('seller.name')
  if (subject.type === 'line') return lineTarget(subject.lineId)
  return null
}

function splitTarget(target: Target): [kind: string, id: string] {
  const at = target.indexOf(':')
  return at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}
