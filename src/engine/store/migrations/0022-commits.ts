import type { Migration } from './index'

/** Counts the commits, so that a mark beside the books can tell whether one of them went missing. */
export const commits: Migration = {
  up(raw) {
    raw.exec(`
      CREATE TABLE commits (number INTEGER NOT NULL);
      INSERT INTO commits (number) VALUES (0);
    `)
  },
}
