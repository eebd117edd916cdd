import type { Migration } from './index'

// Vendor credits with our mark are told like bills: the ledger numbers them apart, so the kind is part of what names one.
const credits = `
  CREATE TABLE unknown_bills_of_kind (
    organization TEXT NOT NULL,
    kind TEXT NOT NULL,
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
    PRIMARY KEY (organization, kind, ledger_id)
  ) STRICT;
  INSERT INTO unknown_bills_of_kind
    SELECT organization, 'bill', ledger_id, bill_number, vendor_name, date, total, currency, is_draft, listed_at, answer, reason
    FROM unknown_bills;
  DROP TABLE unknown_bills;
  ALTER TABLE unknown_bills_of_kind RENAME TO unknown_bills;
  CREATE INDEX unknown_bills_by_number ON unknown_bills (bill_number);
  CREATE INDEX unknown_bills_unanswered ON unknown_bills (organization, answer, date, ledger_id);
`

export const unknownCredits: Migration = {
  up(raw) {
    raw.exec(credits)
  },
}
