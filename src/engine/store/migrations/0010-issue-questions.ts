import type { Migration } from './index'

// Questions asked of a named person belong to their issue. Amounts keep the decimals that a currency chosen by mistake has
// no room for.
const columns = `
  ALTER TABLE issues ADD COLUMN question TEXT;
  ALTER TABLE invoice_lines ADD COLUMN exact_total TEXT;
  ALTER TABLE invoice_lines ADD COLUMN exact_adjustment TEXT;
  ALTER TABLE invoice_taxes ADD COLUMN exact_base TEXT;
  ALTER TABLE invoice_taxes ADD COLUMN exact_amount TEXT;
`

export const issueQuestions: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
