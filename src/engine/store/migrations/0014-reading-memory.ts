import type { Migration } from './index'

const tables = `
  ALTER TABLE pages ADD COLUMN sightings TEXT;
  ALTER TABLE readings ADD COLUMN is_first_choice INTEGER NOT NULL DEFAULT 0;
  UPDATE readings SET is_first_choice = 1 WHERE is_chosen = 1 AND reader <> 'person';

  CREATE TABLE vendor_lessons (
    id TEXT PRIMARY KEY NOT NULL,
    vendor_id TEXT NOT NULL REFERENCES vendors (id),
    field TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    lesson TEXT NOT NULL,
    learned_at INTEGER NOT NULL,
    forgotten_at INTEGER
  ) STRICT;
  CREATE INDEX lessons_by_vendor ON vendor_lessons (vendor_id, field);
  CREATE INDEX lessons_by_document ON vendor_lessons (document_id);

  CREATE TABLE lesson_uses (
    lesson_id TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    field TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (lesson_id, document_id, field)
  ) STRICT;
  CREATE INDEX lesson_uses_by_document ON lesson_uses (document_id);

  CREATE TABLE document_marks (
    mark TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (mark, document_id)
  ) STRICT;
`

/** What corrections teach about a vendor's pages, and what they are recognised by. */
export const readingMemory: Migration = {
  up(raw) {
    raw.exec(tables)
  },
}
