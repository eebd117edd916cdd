import type { Migration } from './index'

// Who decided a line's account and when; how long coding thought, among how many. The company's own chart of accounts,
// and accounts it does not use. Whether a vendor's usual account was learned: then it goes with its lessons.
const tables = `
  ALTER TABLE invoice_lines ADD COLUMN coded_by TEXT;
  ALTER TABLE invoice_lines ADD COLUMN coded_at INTEGER;
  ALTER TABLE line_codings ADD COLUMN considered INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE line_codings ADD COLUMN took_ms REAL NOT NULL DEFAULT 0;
  ALTER TABLE line_codings ADD COLUMN is_sure INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE vendors ADD COLUMN is_default_learned INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX lines_by_coding ON invoice_lines (coding_state, coded_at);

  CREATE TABLE own_accounts (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    is_postable INTEGER NOT NULL,
    stands_for TEXT
  ) STRICT;

  CREATE TABLE inactive_accounts (
    chart TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (chart, code)
  ) STRICT;
`

/** One's own chart of accounts, and what a coding is remembered by. */
export const chartsAndCodings: Migration = {
  up(raw) {
    raw.exec(tables)
  },
}
