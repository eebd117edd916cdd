import type { Migration } from './index'

// A vendor that turned out to be another one stays: what was posted under its name was posted under its name. Look-alikes
// that a person kept apart are not proposed again.
const changes = `
  ALTER TABLE vendors ADD COLUMN merged_into_id TEXT;
  ALTER TABLE vendors ADD COLUMN merge_entry_id TEXT;
  CREATE INDEX vendors_merged ON vendors (merged_into_id) WHERE merged_into_id IS NOT NULL;
  CREATE TABLE vendors_kept_apart (
    one_id TEXT NOT NULL REFERENCES vendors (id),
    other_id TEXT NOT NULL REFERENCES vendors (id),
    PRIMARY KEY (one_id, other_id)
  ) STRICT, WITHOUT ROWID;
`

export const mergedVendors: Migration = {
  up(raw) {
    raw.exec(changes)
  },
}
