import type { Migration } from './index'

// Invoices that came together in one file are documents of their own; what e-invoices say beside the header is kept.
const columns = `
  ALTER TABLE documents ADD COLUMN part INTEGER;
  ALTER TABLE invoices ADD COLUMN details TEXT;
  CREATE UNIQUE INDEX documents_by_part ON documents (parent_id, part) WHERE part IS NOT NULL;
  CREATE INDEX documents_by_duplicate ON documents (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
`

export const partsAndDetails: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
