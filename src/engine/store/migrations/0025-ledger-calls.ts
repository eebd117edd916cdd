import type { Migration } from './index'

// Which calls a bill took to get into the ledger, one by one. They go with their row of the outbox.
const calls = `
  CREATE TABLE ledger_calls (
    id TEXT PRIMARY KEY NOT NULL,
    outbox_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    call TEXT NOT NULL,
    status INTEGER,
    code TEXT,
    ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ledger_calls_by_row ON ledger_calls (outbox_id, at, id);
  CREATE INDEX ledger_calls_by_time ON ledger_calls (at);
`

export const ledgerCalls: Migration = {
  up(raw) {
    raw.exec(calls)
  },
}
