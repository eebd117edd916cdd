import type { Migration } from './index'

// What coding proposed for a line, kept apart from the line: undo puts lines back, never the machine's thoughts. The
// company's own lessons are looked up by what a line says and by its product code, whoever the vendor is.
const tables = `
  CREATE TABLE line_codings (
    line_id TEXT PRIMARY KEY NOT NULL REFERENCES invoice_lines (id) ON DELETE CASCADE,
    family REAL NOT NULL,
    subfamily REAL NOT NULL,
    account REAL NOT NULL,
    coded_by TEXT NOT NULL,
    candidates TEXT NOT NULL
  ) STRICT;
  CREATE INDEX examples_by_description ON account_examples (description_key);
`

export const lineCodings: Migration = {
  up(raw) {
    raw.exec(tables)
  },
}
