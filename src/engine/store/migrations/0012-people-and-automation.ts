import type { Migration } from './index'

const tables = `
  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    initials TEXT NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE absences (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    delegate_id TEXT NOT NULL REFERENCES people (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL
  ) STRICT;
  CREATE TABLE rules (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    mode TEXT NOT NULL,
    version INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
  CREATE TABLE rule_versions (
    rule_id TEXT NOT NULL REFERENCES rules (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (rule_id, version)
  ) STRICT;
  CREATE TABLE rule_firings (
    id TEXT PRIMARY KEY,
    rule_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    mode TEXT NOT NULL,
    entry_id TEXT,
    at INTEGER NOT NULL,
    undone_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX firings_unique ON rule_firings (rule_id, document_id, version, mode);
  CREATE INDEX firings_by_document ON rule_firings (document_id);
  CREATE INDEX firings_by_entry ON rule_firings (entry_id) WHERE entry_id IS NOT NULL;
  CREATE TABLE approval_policies (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    is_on INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    removed_at INTEGER
  ) STRICT;
  CREATE TABLE approvals (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    policy_id TEXT NOT NULL REFERENCES approval_policies (id),
    policy_version INTEGER NOT NULL,
    step INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    in_place_of_id TEXT REFERENCES people (id),
    seal TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX approvals_by_document ON approvals (document_id);
`

// As migration 2 made it, but that a hold whose answer is overdue stands among what a person must look at first.
const trigger = `
  DROP TRIGGER inbox_document_moved;
  CREATE TRIGGER inbox_document_moved AFTER UPDATE OF state, urgency, is_overdue ON documents
  WHEN NEW.state IS NOT OLD.state OR NEW.urgency IS NOT OLD.urgency OR NEW.is_overdue IS NOT OLD.is_overdue BEGIN
    UPDATE inbox_rows SET state = NEW.state, urgency_rank =
      CASE NEW.state
        WHEN 'needs_review' THEN 4 - NEW.urgency
        WHEN 'post_failed' THEN 4 - NEW.urgency
        WHEN 'ready' THEN 5
        WHEN 'processing' THEN 6
        WHEN 'queued' THEN 6
        WHEN 'on_hold' THEN CASE WHEN NEW.is_overdue THEN 0 ELSE 7 END
        WHEN 'approved' THEN 8
        WHEN 'posted' THEN 9
        ELSE 10
      END
    WHERE document_id = NEW.id;
  END;
`

/** Who works here, what is approved by whom, what rules do by themselves, and until when a document is held. */
export const peopleAndAutomation: Migration = {
  up(raw) {
    raw.exec(tables)
    raw.exec('ALTER TABLE documents ADD COLUMN assignee_id TEXT')
    raw.exec('ALTER TABLE documents ADD COLUMN hold_until TEXT')
    raw.exec('ALTER TABLE documents ADD COLUMN is_overdue INTEGER NOT NULL DEFAULT 0')
    raw.exec(trigger)
  },
}
