import type { Migration } from './index'

// Asked for one document's open issues of one kind, SQLite walked every open issue of that kind: the two indexes tied.
const indexes = `
  DROP INDEX issues_by_document;
  CREATE INDEX issues_by_document ON issues (document_id, key, state);
`

export const issuesOfADocument: Migration = {
  up(raw) {
    raw.exec(indexes)
  },
}
