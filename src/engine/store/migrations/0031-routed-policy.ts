import type { Migration } from './index'

/** A rule may route a document to an approval policy. */
export const routedPolicy: Migration = {
  up(raw) {
    raw.exec('ALTER TABLE documents ADD COLUMN policy_id TEXT')
  },
}
