import type { Migration } from './index'

// Figures over years are one walk along an index only if it holds all they ask for: of issues also their state and both
// moments, of a vendor's documents whether they had to be corrected.
const indexes = `
  DROP INDEX issues_ended;
  CREATE INDEX issues_ended ON issues (resolved_at, key, severity, document_id, state, raised_at);
  DROP INDEX issues_open;
  CREATE INDEX issues_open ON issues (key, severity, raised_at, document_id, state) WHERE state IN ('open', 'asked');
  CREATE INDEX work_by_vendor ON document_work (vendor_id, approved_at, corrections);
`

export const coveredFigures: Migration = {
  up(raw) {
    raw.exec(indexes)
  },
}
