import type { Migration } from './index'

// How likely an invoice needs no correction: sorted by in the inbox, so the narrow row carries it too.
const columns = `
  ALTER TABLE invoices ADD COLUMN quality REAL;
  ALTER TABLE inbox_rows ADD COLUMN quality REAL;
  CREATE INDEX inbox_by_quality ON inbox_rows (quality, intake_number, state);
  CREATE TRIGGER inbox_quality_scored AFTER UPDATE OF quality ON invoices WHEN NEW.quality IS NOT OLD.quality BEGIN
    UPDATE inbox_rows SET quality = NEW.quality WHERE document_id = NEW.document_id;
  END;
  CREATE TRIGGER inbox_quality_removed AFTER DELETE ON invoices BEGIN
    UPDATE inbox_rows SET quality = NULL WHERE document_id = OLD.document_id;
  END;
`

export const quality: Migration = {
  up(raw) {
    raw.exec(columns)
  },
}
