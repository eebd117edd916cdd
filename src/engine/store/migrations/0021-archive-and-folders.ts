import type { Migration } from './index'

// Documents of Paperless-ngx that were seen, what is to be written back to them, what is to be stored there; folders
// that are watched and the files met in them. A decision makes its write-back due in its own transaction.
const tables = `
  CREATE TABLE paperless_documents (
    server TEXT NOT NULL,
    archive_id INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    document_id TEXT REFERENCES documents (id),
    state TEXT NOT NULL,
    error TEXT,
    title TEXT NOT NULL,
    modified TEXT NOT NULL,
    is_newest INTEGER NOT NULL DEFAULT 1,
    seen_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after INTEGER NOT NULL DEFAULT 0,
    written TEXT,
    write_wanted INTEGER NOT NULL DEFAULT 0,
    write_done INTEGER NOT NULL DEFAULT 0,
    write_after INTEGER NOT NULL DEFAULT 0,
    write_attempts INTEGER NOT NULL DEFAULT 0,
    write_error TEXT,
    PRIMARY KEY (server, archive_id, checksum)
  ) STRICT;
  CREATE INDEX paperless_by_document ON paperless_documents (document_id);
  CREATE INDEX paperless_by_state ON paperless_documents (state, seen_at);
  CREATE INDEX paperless_to_write ON paperless_documents (write_after) WHERE write_wanted > write_done;

  CREATE TRIGGER paperless_write_due AFTER UPDATE OF state ON documents
  WHEN NEW.state IS NOT OLD.state AND (
    NEW.state IN ('approved', 'posted', 'post_failed', 'rejected') OR OLD.state IN ('approved', 'posted', 'post_failed', 'rejected')
  )
  BEGIN
    UPDATE paperless_documents
    SET write_wanted = write_wanted + 1, write_after = 0, write_attempts = 0, write_error = NULL
    WHERE document_id = NEW.id AND state = 'taken' AND is_newest = 1;
  END;

  CREATE TABLE paperless_uploads (
    document_id TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
    state TEXT NOT NULL,
    task_id TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER
  ) STRICT;
  CREATE INDEX paperless_uploads_by_state ON paperless_uploads (state, run_after);

  CREATE TABLE watched_folders (
    id TEXT PRIMARY KEY NOT NULL,
    path TEXT NOT NULL,
    after_taking TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;

  CREATE TABLE watched_files (
    folder_id TEXT NOT NULL REFERENCES watched_folders (id),
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    document_id TEXT REFERENCES documents (id),
    error TEXT,
    taken_at INTEGER NOT NULL,
    is_source_done INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (folder_id, name)
  ) STRICT;
`

export const archiveAndFolders: Migration = {
  up(raw) {
    raw.exec(tables)
  },
}
