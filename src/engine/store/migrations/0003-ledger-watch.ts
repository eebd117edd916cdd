import type { Migration } from './index'

// What watching the ledger needs: what a posted bill said when it was read back, what it says now, how far it is paid.
const columns = `
  ALTER TABLE invoices ADD COLUMN exchange_rate TEXT;
  ALTER TABLE invoices ADD COLUMN related TEXT;
  ALTER TABLE ledger_bills ADD COLUMN kind TEXT NOT NULL DEFAULT 'bill';
  ALTER TABLE ledger_bills ADD COLUMN posted TEXT;
  ALTER TABLE ledger_bills ADD COLUMN seen TEXT;
  ALTER TABLE ledger_bills ADD COLUMN payment TEXT;
  ALTER TABLE ledger_bills ADD COLUMN due INTEGER;
  ALTER TABLE ledger_bills ADD COLUMN checked_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE ledger_bills ADD COLUMN apply_state TEXT NOT NULL DEFAULT 'none';
  ALTER TABLE ledger_bills ADD COLUMN restore_asked INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX ledger_bills_by_check ON ledger_bills (checked_at, document_id);
  CREATE INDEX ledger_bills_by_number ON ledger_bills (bill_number);
`

export const ledgerWatch: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
