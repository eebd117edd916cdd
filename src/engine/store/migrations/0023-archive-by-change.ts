import type { Migration } from './index'

// Documents leave the working lists by the age of what last happened to them, not of their arrival: each row of the list
// knows that moment and whether it has left. Every order's index carries the mark beside the state, so that a page stays
// one short walk however many documents have left, and counting is one walk along a narrow index.
const finished = `('posted', 'rejected', 'duplicate', 'set_aside', 'unpacked')`

const columns = `
  ALTER TABLE inbox_rows ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE inbox_rows ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;
  UPDATE inbox_rows SET changed_at = max(
    ifnull((SELECT received_at FROM documents AS d WHERE d.id = document_id), 0),
    ifnull((SELECT max(at) FROM journal AS j WHERE j.document_id = inbox_rows.document_id), 0)
  );
`

const indexes = `
  DROP INDEX inbox_by_urgency;
  DROP INDEX inbox_by_vendor;
  DROP INDEX inbox_by_number;
  DROP INDEX inbox_by_issued;
  DROP INDEX inbox_by_due;
  DROP INDEX inbox_by_total;
  DROP INDEX inbox_by_quality;
  CREATE INDEX inbox_by_urgency ON inbox_rows (urgency_rank, due_key, intake_number, state, is_archived);
  CREATE INDEX inbox_by_vendor ON inbox_rows (vendor_key, intake_number, state, is_archived);
  CREATE INDEX inbox_by_number ON inbox_rows (number_key, intake_number, state, is_archived);
  CREATE INDEX inbox_by_issued ON inbox_rows (issue_date, intake_number, state, is_archived);
  CREATE INDEX inbox_by_due ON inbox_rows (due_date, intake_number, state, is_archived);
  CREATE INDEX inbox_by_total ON inbox_rows (total, intake_number, state, is_archived);
  CREATE INDEX inbox_by_quality ON inbox_rows (quality, intake_number, state, is_archived);
  CREATE INDEX inbox_by_state ON inbox_rows (is_archived, state);
  CREATE INDEX inbox_to_archive ON inbox_rows (changed_at) WHERE is_archived = 0 AND state IN ${finished};
  CREATE INDEX inbox_archived ON inbox_rows (changed_at) WHERE is_archived = 1;
`

const triggers = `
  CREATE TRIGGER inbox_row_received AFTER INSERT ON inbox_rows WHEN NEW.changed_at = 0 BEGIN
    UPDATE inbox_rows SET changed_at = (SELECT received_at FROM documents WHERE id = NEW.document_id)
    WHERE intake_number = NEW.intake_number;
  END;
  CREATE TRIGGER inbox_document_changed AFTER INSERT ON journal WHEN NEW.document_id IS NOT NULL BEGIN
    UPDATE inbox_rows SET changed_at = NEW.at, is_archived = 0 WHERE document_id = NEW.document_id;
  END;
  CREATE TRIGGER inbox_document_returned AFTER UPDATE OF state ON inbox_rows
  WHEN NEW.is_archived = 1 AND NEW.state IS NOT OLD.state BEGIN
    UPDATE inbox_rows SET is_archived = 0 WHERE intake_number = NEW.intake_number;
  END;
`

export const archiveByChange: Migration = {
  up(raw) {
    raw.exec(columns)
    raw.exec(indexes)
    raw.exec(triggers)
  },
}
