import type { Migration } from './index'

/** Own versions of processing templates, and what each attempt at a step came to. */
export const templates: Migration = {
  up(raw) {
    raw.exec(`
      CREATE TABLE template_versions (
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        PRIMARY KEY (key, version)
      ) STRICT;
      CREATE TABLE document_runs (
        document_id TEXT NOT NULL REFERENCES documents (id),
        run INTEGER NOT NULL,
        template TEXT NOT NULL,
        version INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        PRIMARY KEY (document_id, run)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE step_runs (
        document_id TEXT NOT NULL REFERENCES documents (id),
        run INTEGER NOT NULL,
        position INTEGER NOT NULL,
        step TEXT NOT NULL,
        result TEXT NOT NULL,
        reason TEXT,
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL,
        PRIMARY KEY (document_id, run, position)
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE jobs ADD COLUMN run INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE jobs ADD COLUMN started_at INTEGER;
    `)
  },
}
