import type { Severity } from '../../../shared/issue'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, RaisedIssue, Twin } from './subject'

/**
 * Other documents with the same folio fiscal; the same vendor, number and year; the same vendor, total and date.
 * Identical bytes never come this far: intake links them.
 */
export const checkDuplicate: Check = subject => subject.twins.map(toIssue)

function toIssue(twin: Twin): RaisedIssue {
  return {
    key: 'duplicate_found',
    severity: severityOf(twin),
    subject: { type: 'document' },
    params: {
      variant: twin.rule,
      intakeNumber: twin.intakeNumber,
      number: twin.number ?? '',
      issueDate: twin.issueDate ?? '',
      total: twin.total ?? '',
      currency: twin.currency ?? '',
      /** Tells issues about several twins apart; never shown. */
      ref: twin.documentId,
    },
    suggestions: [
      {
        // A page beside its XML is no second invoice: it is kept with the file that counts.
        key: twin.isPageOf === true ? 'attach_as_page' : 'mark_duplicate',
        params: { intakeNumber: twin.intakeNumber },
        fix: { type: 'mark_duplicate', ofDocumentId: twin.documentId },
      },
      ...(twin.isReplaceable === true
        ? [
            {
              key: 'replaces_other',
              params: { intakeNumber: twin.intakeNumber },
              fix: { type: 'replace_document' as const, documentId: twin.documentId },
            },
          ]
        : []),
      { key: 'not_duplicate', params: {}, fix: { type: 'waive', reason: 'not_duplicate' } },
    ],
  }
}

/** Two folios or two numbers make a repeated amount on one day likely a second purchase: asked, not blocked. */
function severityOf(twin: Twin): Severity {
  if (twin.rule === 'uuid') return 'critical'
  if (twin.rule === 'number') return twin.uuidsDiffer && twin.totalsDiffer ? 'medium' : 'high'
  return twin.uuidsDiffer || twin.numbersDiffer ? 'medium' : 'high'
}

const duplicateFound: IssueKind = {
  key: 'duplicate_found',
  resolutions: ['mark_duplicate', 'replace_document', 'attach_support', 'set_field'],
  mayWaive: always,
}

export const duplicateCheck: IssueCheck = { check: checkDuplicate, kinds: [duplicateFound] }
