import type { Migration } from './index'

// What the archive itself read on a document's pages: words to find it by, and no values.
const texts = `
  CREATE TABLE archive_texts (
    document_id TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
    text TEXT NOT NULL,
    read_at INTEGER NOT NULL
  ) STRICT;
`

export const archiveTexts: Migration = {
  up(raw) {
    raw.exec(texts)
  },
}
