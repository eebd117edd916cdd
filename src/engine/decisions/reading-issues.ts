import { FieldName } from '../../shared/invoice'
import type { Severity, Suggestion } from '../../shared/issue'
import type { ErrorData, MessageParams } from '../../shared/result'
import type { IssueRow } from '../issues/identity'
import { always, type IssueKind } from '../pipeline/check/issue-kind'
import { suspiciousTextKind } from '../pipeline/check/suspicious-text'
import type { RaisedIssue } from '../pipeline/check/subject'
import type { DocumentReading } from '../pipeline/facts'

/** Issues that only reading again (or a person) can end; checks leave them alone. */
export function isOfReading(issue: Pick<IssueRow, 'key' | 'params'>): boolean {
  if (issue.key === 'unreadable') return issue.params['variant'] !== 'no_invoice'
  if (issue.key === 'xml_page_disagree') return !isAboutAttachedPage(issue)
  // Of another step: that step answers for it.
  if (issue.key === 'processing_failed') return issue.params['step'] === undefined
  return ['needs_password', 'suspicious_text', 'several_invoices'].includes(issue.key)
}

const xmlPageDisagree: IssueKind = { key: 'xml_page_disagree', resolutions: ['set_field'], mayWaive: always }
const needsPassword: IssueKind = {
  key: 'needs_password',
  resolutions: ['enter_password', 'enter_by_hand', 'retry_reading'],
}
const processingFailed: IssueKind = {
  key: 'processing_failed',
  resolutions: ['retry_reading', 'enter_by_hand'],
  mayWaive: ({ severity, params }) => params['step'] !== undefined && severity === 'medium',
}

const severalInvoicesKind: IssueKind = {
  key: 'several_invoices',
  resolutions: ['split_pages', 'arrange_pages'],
  mayWaive: always,
}

/** What only reading raises. */
export const readingKinds: readonly IssueKind[] = [
  xmlPageDisagree,
  needsPassword,
  processingFailed,
  suspiciousTextKind,
  severalInvoicesKind,
]

/** A disagreement with a page of another document: it comes and goes with the link, not with the reading. */
export function isAboutAttachedPage({ params }: Pick<IssueRow, 'params'>): boolean {
  return params['attached'] !== undefined
}

/** What readers remarked beside the values: page against embedded XML, pages that could not be read. */
export function issuesOfRemarks(remarks: DocumentReading['remarks']): RaisedIssue[] {
  return remarks.map(({ code, params }) => {
    if (code === 'xml_page_disagree') return disagreement(params)
    if (code === 'more_invoices') return unreadInvoices(params)
    if (code === 'several_invoices') return severalInvoices(params)
    // What a program copies and what a person sees are two: that is how a forged total looks.
    const isGrave = code === 'text_layer_disagrees'
    const isFailure = isGrave || code === 'page_failed' || code === 'page_unchecked'
    const ref = isGrave ? `${params['page'] ?? ''} ${params['text'] ?? ''}` : String(params['page'] ?? '')
    return {
      key: 'unreadable',
      severity: isGrave ? 'high' : isFailure ? 'medium' : 'low',
      subject: { type: 'document' },
      params: { ...params, variant: code, ref },
      suggestions: isFailure ? [readWithOcr, leave] : [leave],
    }
  })
}

const readWithOcr: Suggestion = { key: 'read_with_ocr', params: {}, fix: { type: 'retry_reading' } }
const leave: Suggestion = { key: 'leave_out_pages', params: {}, fix: { type: 'skip', reason: 'leave_out_pages' } }

/** Approving the first invoice of a file must not let the others fall under the table. */
function unreadInvoices(params: MessageParams): RaisedIssue {
  const apart: Suggestion = { key: 'ask_for_single_invoices', params, fix: { type: 'reject' } }
  const entered: Suggestion = {
    key: 'others_entered_by_hand',
    params,
    fix: { type: 'waive', reason: 'others_entered_by_hand' },
  }
  return {
    key: 'unreadable',
    severity: 'high',
    subject: { type: 'document' },
    params: { ...params, variant: 'more_invoices' },
    suggestions: [apart, entered],
  }
}

/** Pages that look like several invoices: approved as one, the others would never be paid. */
function severalInvoices(params: MessageParams): RaisedIssue {
  const starts = String(params['starts']).split(', ').map(Number)
  return {
    key: 'several_invoices',
    severity: 'high',
    subject: { type: 'document' },
    params,
    suggestions: [
      { key: 'split_pages', params, fix: { type: 'split_pages', starts } },
      { key: 'arrange_pages', params: {}, fix: { type: 'arrange_pages', starts } },
      { key: 'is_one_invoice', params: {}, fix: { type: 'waive', reason: 'is_one_invoice' } },
    ],
  }
}

// Another amount or payee on the page than in the file is what a forged hybrid looks like.
const grave: readonly string[] = ['grand_total', 'payable', 'seller.tax_id', 'seller.name']

/** Page and file give a field differently; an empty page value means that the page does not show it. */
export function disagreement(params: MessageParams): RaisedIssue {
  const field = FieldName.safeParse(params['field'])
  const xml = String(params['xml'] ?? '')
  const page = String(params['page'] ?? '')
  const severity: Severity = grave.includes(String(params['field'])) && page !== '' ? 'high' : 'medium'
  const keep: Suggestion = {
    key: 'keep_xml_value',
    params: { value: xml },
    fix: { type: 'waive', reason: 'keep_xml_value' },
  }
  const take: Suggestion[] =
    field.success && page !== ''
      ? [{ key: 'use_page_value', params: { value: page }, fix: { type: 'set_field', field: field.data, value: page } }]
      : []
  return {
    key: 'xml_page_disagree',
    severity,
    subject: field.success ? { type: 'field', field: field.data } : { type: 'document' },
    params: { ...params, xml, page, variant: page === '' ? 'not_on_page' : 'differs' },
    suggestions: [keep, ...take],
  }
}

/** What stopped the reading of a whole document, with what a person can do about it. */
export function issueOfFailure(error: ErrorData): RaisedIssue {
  const params = { ...error.params, code: error.code }
  const subject = { type: 'document' } as const
  if (error.code === 'needs_password' || error.code === 'wrong_password') {
    const enter: Suggestion = { key: 'enter_password', params: {}, fix: { type: 'enter_password' } }
    return { key: 'needs_password', severity: 'high', subject, params, suggestions: [enter, ...whenUnread] }
  }
  if (!isFinal(error)) {
    const retry: Suggestion = { key: 'retry_reading', params: {}, fix: { type: 'retry_reading' } }
    return { key: 'processing_failed', severity: 'high', subject, params, suggestions: [retry, ...whenUnread] }
  }
  return { key: 'unreadable', severity: 'high', subject, params, suggestions: whenUnread }
}

const whenUnread: Suggestion[] = [
  { key: 'enter_by_hand', params: {}, fix: { type: 'enter_by_hand' } },
  { key: 'reject_not_invoice', params: {}, fix: { type: 'reject' } },
]

// Reading the same bytes again could end differently for these only.
const passing: readonly ErrorData['code'][] = [
  'worker_crashed',
  'worker_timeout',
  'worker_memory',
  'bug',
  'file_vanished',
]

function isFinal(error: ErrorData): boolean {
  return !passing.includes(error.code)
}
