import type { Migration } from './index'

// What each person may do, and what they sign in with. Who was there before may go on doing everything.
const rightsAndPassphrases = `
  ALTER TABLE people ADD COLUMN rights TEXT NOT NULL DEFAULT '["prepare","approve","post","administer"]';
  CREATE TABLE passphrases (
    person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
    salt TEXT NOT NULL,
    hash TEXT NOT NULL,
    cost INTEGER NOT NULL,
    block_size INTEGER NOT NULL,
    parallelism INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    wait_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`

export const rightsOfPeople: Migration = {
  up(raw) {
    raw.exec(rightsAndPassphrases)
  },
}
