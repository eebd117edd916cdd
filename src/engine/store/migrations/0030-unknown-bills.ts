import type { Migration } from './index'

// Bills that the ledger holds with our mark and no document here stands for: after books were put back from an older backup.
const bills = `
  CREATE TABLE unknown_bills (
    organization TEXT NOT NULL,
    ledger_id TEXT NOT NULL,
    bill_number TEXT NOT NULL,
    vendor_name TEXT,
    date TEXT NOT NULL,
    total TEXT NOT NULL,
    currency TEXT NOT NULL,
    is_draft INTEGER NOT NULL,
    listed_at INTEGER NOT NULL,
    answer TEXT,
    reason TEXT,
    PRIMARY KEY (organization, ledger_id)
  ) STRICT;
  CREATE INDEX unknown_bills_by_number ON unknown_bills (bill_number);
  CREATE INDEX unknown_bills_unanswered ON unknown_bills (organization, answer, date, ledger_id);
`

export const unknownBills: Migration = {
  up(raw) {
    raw.exec(bills)
  },
}
