import type { Migration } from './index'

const column = `
  ALTER TABLE journal ADD COLUMN group_id TEXT;
  CREATE INDEX journal_by_group ON journal (group_id, sequence) WHERE group_id IS NOT NULL;
`

/** Decisions taken together (a bulk action, one answer for all similar issues) carry one id and are undone as one. */
export const decisionGroups: Migration = {
  up(raw) {
    raw.exec(column)
  },
}
