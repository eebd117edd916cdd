import type { Migration } from './index'

// Calls to the archive are told like those to the ledger: one record for both, with what was said where something was to change.
const calls = `
  CREATE TABLE server_calls (
    id TEXT PRIMARY KEY NOT NULL,
    server TEXT NOT NULL,
    job TEXT NOT NULL,
    work TEXT NOT NULL,
    outbox_id TEXT REFERENCES outbox (id) ON DELETE CASCADE,
    document_id TEXT REFERENCES documents (id),
    archive_id INTEGER,
    at INTEGER NOT NULL,
    call TEXT NOT NULL,
    status INTEGER,
    code TEXT,
    ms INTEGER NOT NULL,
    request TEXT,
    answer TEXT
  ) STRICT;
  INSERT INTO server_calls (id, server, job, work, outbox_id, document_id, at, call, status, code, ms)
    SELECT ledger_calls.id, 'bigcapital', outbox.id, 'post', outbox.id, outbox.document_id, at, call, status, code, ms
    FROM ledger_calls JOIN outbox ON outbox.id = ledger_calls.outbox_id;
  DROP TABLE ledger_calls;
  CREATE INDEX server_calls_by_row ON server_calls (outbox_id, at, id);
  CREATE INDEX server_calls_by_job ON server_calls (server, job, at, id);
  CREATE INDEX server_calls_by_document ON server_calls (document_id, server, at);
  CREATE INDEX server_calls_by_time ON server_calls (at);
`

export const callsOfBothServers: Migration = {
  up(raw) {
    raw.exec(calls)
  },
}
