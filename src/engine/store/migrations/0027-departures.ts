import type { Migration } from './index'

// What left the machine is listed from rows among many others: what was written back to the archive is found in the
// journal by an index of its own, which says nothing of all other rows.
const index = `CREATE INDEX journal_written_back ON journal (at) WHERE kind = 'paperless.written'`

export const departures: Migration = {
  up(raw) {
    raw.exec(index)
  },
}
