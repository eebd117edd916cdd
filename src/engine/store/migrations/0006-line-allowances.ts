import type { Migration } from './index'

// Rows of e-invoices multiply out only with their own discounts, charges and "price per hundred".
const columns = `
  ALTER TABLE invoice_lines ADD COLUMN price_base TEXT;
  ALTER TABLE invoice_lines ADD COLUMN adjustment INTEGER;
`

export const lineAllowances: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
