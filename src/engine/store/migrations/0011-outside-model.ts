import type { Migration } from './index'

// The address of a task is its document and purpose; a call is kept for ever, because it left the machine.
const tables = `
  CREATE TABLE model_calls (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    document_id TEXT REFERENCES documents (id),
    purpose TEXT NOT NULL,
    model TEXT NOT NULL,
    answered_by TEXT,
    sent TEXT NOT NULL,
    pages TEXT NOT NULL,
    question TEXT NOT NULL,
    question_key TEXT NOT NULL,
    outcome TEXT NOT NULL,
    error TEXT,
    answer TEXT,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cache_read_tokens INTEGER NOT NULL DEFAULT 0,
    cache_write_tokens INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL,
    request_id TEXT,
    batch_id TEXT,
    duration_ms INTEGER
  ) STRICT;
  CREATE INDEX model_calls_by_time ON model_calls (at, id);
  CREATE INDEX model_calls_by_document ON model_calls (document_id, at);
  CREATE INDEX model_calls_by_question ON model_calls (question_key);
  CREATE INDEX model_calls_under_way ON model_calls (batch_id) WHERE outcome = 'sent';

  CREATE TABLE model_tasks (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after INTEGER NOT NULL,
    last_error TEXT,
    finished_at INTEGER
  ) STRICT;
  CREATE INDEX model_tasks_runnable ON model_tasks (state, run_after);
  CREATE UNIQUE INDEX model_tasks_unfinished ON model_tasks (document_id, purpose)
    WHERE state IN ('waiting', 'asked');

  CREATE TABLE model_choices (
    document_id TEXT NOT NULL REFERENCES documents (id),
    line_key TEXT NOT NULL,
    account_code TEXT NOT NULL,
    call_id TEXT NOT NULL REFERENCES model_calls (id),
    PRIMARY KEY (document_id, line_key)
  ) STRICT, WITHOUT ROWID;
`

export const outsideModel: Migration = {
  up(raw) {
    raw.exec(tables)
  },
}
