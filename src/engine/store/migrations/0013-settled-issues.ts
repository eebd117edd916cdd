import type { Migration } from './index'

// How persons answered a kind of issue before is asked each time a document is opened; the engine's own endings, by far the
// most, are passed over.
const indexes = `
  CREATE INDEX issues_settled_by_person ON issues (key, resolved_at) WHERE resolution_fix IS NOT NULL;
`

export const settledIssues: Migration = {
  up(raw) {
    raw.exec(indexes)
  },
}
