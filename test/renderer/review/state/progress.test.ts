import { expect, test } from 'vitest'
import {
  approveTarget,
  nextAfterField,
  nextProblem,
  orderIssues,
  shownFields,
} from '../../../../src/renderer/src/review/state/progress'
import { cleanInvoice, field, issue, issueId, mismatchedInvoice } from '../../review-fixture'

test('blocking issues come first, then by their place on the page, settled ones last', () => {
  const view = {
    ...mismatchedInvoice(1),
    issues: [
      issue(1, { state: 'resolved' }),
      issue(2, { severity: 'medium', subject: { type: 'field', field: 'invoice_number' } }),
      issue(3, { subject: { type: 'field', field: 'grand_total' } }),
      issue(4, { subject: { type: 'field', field: 'invoice_number' } }),
    ],
  }
  expect(orderIssues(view).map(one => one.id)).toEqual([4, 3, 2, 1].map(issueId))
})

test('Enter in a field leads to the next field that wants a look, then to the issues', () => {
  const view = mismatchedInvoice(1)
  expect(nextAfterField(view, 'invoice_number')).toBe('field:due_date')
  expect(nextAfterField(view, 'grand_total')).toBe(`issue:${issueId(11)}`)
})

test('when nothing is left the cursor goes to Approve', () => {
  expect(nextProblem(cleanInvoice(1))).toBe(approveTarget)
})

test('withheld tax is shown only where there is some', () => {
  const { invoice } = mismatchedInvoice(1)
  if (!invoice) throw new Error('fixture has no invoice')
  const names = (value: string | null) =>
    shownFields({ ...invoice, fields: [...invoice.fields, field('withheld_total', value, null)] }).map(one => one.name)
  expect(names('106.67')).toContain('withheld_total')
  expect(names('0.00')).not.toContain('withheld_total')
  expect(names(null)).not.toContain('withheld_total')
})
