import type { Migration } from './index'

// One narrow row per document with everything the inbox orders and filters by, so that each order is one index however
// many documents there are. Triggers keep it: whoever changes a document, an invoice or a vendor cannot forget it.
const tables = `
  CREATE TABLE inbox_rows (
    intake_number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    urgency_rank INTEGER NOT NULL,
    vendor_id TEXT,
    vendor_key TEXT,
    number_key TEXT,
    issue_date TEXT,
    due_date TEXT,
    due_key TEXT NOT NULL GENERATED ALWAYS AS (ifnull(due_date, '9999-12-31')) STORED,
    total REAL,
    search_stale INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE INDEX inbox_by_urgency ON inbox_rows (urgency_rank, due_key, intake_number, state);
  CREATE INDEX inbox_by_vendor ON inbox_rows (vendor_key, intake_number, state);
  CREATE INDEX inbox_by_number ON inbox_rows (number_key, intake_number, state);
  CREATE INDEX inbox_by_issued ON inbox_rows (issue_date, intake_number, state);
  CREATE INDEX inbox_by_due ON inbox_rows (due_date, intake_number, state);
  CREATE INDEX inbox_by_total ON inbox_rows (total, intake_number, state);
  CREATE INDEX inbox_of_vendor ON inbox_rows (vendor_id, intake_number);
  CREATE INDEX inbox_search_stale ON inbox_rows (intake_number) WHERE search_stale = 1;

  CREATE VIRTUAL TABLE document_search USING fts5(
    text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
  );
`

/** What needs a person first: the worst issue leads, then what waits for approval, then what runs, then what is over. */
const urgencyRank = `
  CASE NEW.state
    WHEN 'needs_review' THEN 4 - NEW.urgency
    WHEN 'post_failed' THEN 4 - NEW.urgency
    WHEN 'ready' THEN 5
    WHEN 'processing' THEN 6
    WHEN 'queued' THEN 6
    WHEN 'on_hold' THEN 7
    WHEN 'approved' THEN 8
    WHEN 'posted' THEN 9
    ELSE 10
  END
`

// ISO 4217: amounts of different currencies are ordered by their size in whole units.
const wholeUnits = `
  NEW.grand_total * 1.0 / CASE
    WHEN NEW.currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF')
      THEN 1
    WHEN NEW.currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 1000
    WHEN NEW.currency = 'CLF' THEN 10000
    ELSE 100
  END
`

// 60 characters order as well as 255, and keep page keys short.
const fromInvoice = `
  UPDATE inbox_rows SET
    vendor_id = NEW.vendor_id,
    vendor_key = substr(ifnull((SELECT name_key FROM vendors WHERE id = NEW.vendor_id), lower(NEW.seller_name)), 1, 60),
    number_key = substr(NEW.number_key, 1, 60),
    issue_date = NEW.issue_date,
    due_date = NEW.due_date,
    total = ${wholeUnits},
    search_stale = 1
  WHERE document_id = NEW.document_id
`

const staleByLine = (row: 'NEW' | 'OLD') => `
  UPDATE inbox_rows SET search_stale = 1
  WHERE search_stale = 0 AND document_id = (SELECT document_id FROM invoices WHERE id = ${row}.invoice_id)
`

const triggers = `
  CREATE TRIGGER inbox_document_received AFTER INSERT ON documents BEGIN
    INSERT INTO inbox_rows (intake_number, document_id, state, source, urgency_rank)
    VALUES (NEW.intake_number, NEW.id, NEW.state, NEW.source, ${urgencyRank});
  END;
  CREATE TRIGGER inbox_document_moved AFTER UPDATE OF state, urgency ON documents
  WHEN NEW.state IS NOT OLD.state OR NEW.urgency IS NOT OLD.urgency BEGIN
    UPDATE inbox_rows SET state = NEW.state, urgency_rank = ${urgencyRank} WHERE document_id = NEW.id;
  END;
  CREATE TRIGGER inbox_invoice_read AFTER INSERT ON invoices BEGIN ${fromInvoice}; END;
  CREATE TRIGGER inbox_invoice_changed AFTER UPDATE OF
    vendor_id, seller_name, seller_tax_id, invoice_number, number_key, issue_date, due_date, grand_total, currency, uuid
  ON invoices BEGIN ${fromInvoice}; END;
  CREATE TRIGGER inbox_invoice_removed AFTER DELETE ON invoices BEGIN
    UPDATE inbox_rows SET vendor_id = NULL, vendor_key = NULL, number_key = NULL, issue_date = NULL, due_date = NULL,
      total = NULL, search_stale = 1
    WHERE document_id = OLD.document_id;
  END;
  CREATE TRIGGER inbox_vendor_renamed AFTER UPDATE OF name, name_key ON vendors BEGIN
    UPDATE inbox_rows SET vendor_key = substr(NEW.name_key, 1, 60), search_stale = 1 WHERE vendor_id = NEW.id;
  END;
  CREATE TRIGGER inbox_line_read AFTER INSERT ON invoice_lines BEGIN ${staleByLine('NEW')}; END;
  CREATE TRIGGER inbox_line_changed AFTER UPDATE OF description ON invoice_lines BEGIN ${staleByLine('NEW')}; END;
  CREATE TRIGGER inbox_line_removed AFTER DELETE ON invoice_lines BEGIN ${staleByLine('OLD')}; END;
`

const existing = `
  INSERT INTO inbox_rows (intake_number, document_id, state, source, urgency_rank)
    SELECT NEW.intake_number, NEW.id, NEW.state, NEW.source, ${urgencyRank} FROM documents AS NEW;
  UPDATE invoices SET number_key = number_key;
`

export const inbox: Migration = {
  up(raw) {
    raw.exec('ALTER TABLE documents ADD COLUMN read_ms INTEGER')
    raw.exec(tables)
    raw.exec(triggers)
    // Documents a store already holds; the trigger fills in what their invoices say.
    raw.exec(existing)
  },
}
