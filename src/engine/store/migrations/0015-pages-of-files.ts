import type { Migration } from './index'

// A document may consist of some pages of a file, or of pages of several. And archives count their unpackings.
const columns = `
  ALTER TABLE documents ADD COLUMN pages_from TEXT;
  ALTER TABLE documents ADD COLUMN unpack_attempts INTEGER NOT NULL DEFAULT 0;
`

export const pagesOfFiles: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
