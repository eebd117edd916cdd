import type { Migration } from './index'

// What figures count: one narrow row per document with what its way cost and how it came to be approved, so that a
// year's figures are one walk along an index. Triggers keep it in the transaction of the change: whoever writes the
// journal, moves a document or confirms a bill cannot forget it.
const tables = `
  CREATE TABLE document_work (
    intake_number INTEGER PRIMARY KEY NOT NULL DEFAULT NaN,
    document_id TEXT NOT NULL REFERENCES documents (id),
    received_at INTEGER NOT NULL,
    approved_at INTEGER,
    approved_by_person INTEGER,
    touches INTEGER NOT NULL DEFAULT 0,
    failed_at INTEGER,
    is_auto_coded INTEGER NOT NULL DEFAULT 0,
    corrections INTEGER NOT NULL DEFAULT 0,
    vendor_id TEXT,
    currency TEXT,
    amount INTEGER,
    wait_ms INTEGER,
    read_ms INTEGER,
    check_ms INTEGER,
    code_ms INTEGER,
    keystrokes INTEGER,
    hands_on_ms INTEGER,
    posted_at INTEGER,
    posting_ms INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX document_work_document_id_unique ON document_work (document_id);
  CREATE INDEX work_by_received ON document_work (received_at, failed_at, wait_ms, read_ms, check_ms, code_ms);
  CREATE INDEX work_by_approved ON document_work (
    approved_at, approved_by_person, touches, is_auto_coded, corrections, keystrokes, hands_on_ms
  );
  CREATE INDEX work_by_spend ON document_work (currency, vendor_id, approved_at, amount);
  CREATE INDEX work_by_posted ON document_work (posted_at, posting_ms);

  CREATE TABLE corrected_fields (
    intake_number INTEGER NOT NULL REFERENCES document_work (intake_number),
    field TEXT NOT NULL,
    PRIMARY KEY (intake_number, field)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX issues_raised ON issues (raised_at, key, severity, document_id);
  CREATE INDEX issues_ended ON issues (resolved_at, key, severity, document_id);
  CREATE INDEX issues_open ON issues (key, severity, raised_at, document_id) WHERE state IN ('open', 'asked');
`

const approvedStates = `('approved', 'posted', 'post_failed')`
const isPerson = (actor: string) => `(${actor} = 'person' OR ${actor} LIKE 'person:%')`

// Rows a person may stand behind without having touched this document.
const noTouches = `(
  'document.received', 'document.received_again', 'document.unpacked', 'document.assessed', 'document.replaced',
  'document.checked', 'document.coded', 'document.routed', 'document.pages_taken', 'document.pages_returned'
)`

/** A person's value that is not what the machine would have taken, as the autopilot counts it. */
const correctedFieldsOf = (documentId: string, intakeNumber: string) => `
  INSERT OR IGNORE INTO corrected_fields (intake_number, field)
    SELECT ${intakeNumber}, own.field FROM invoices AS i JOIN readings AS own ON own.invoice_id = i.id
    WHERE i.document_id = ${documentId} AND own.reader = 'person' AND own.is_chosen = 1 AND own.value IS NOT (
      SELECT read.value FROM readings AS read
      WHERE read.invoice_id = own.invoice_id AND read.field = own.field AND read.reader <> 'person'
      ORDER BY read.probability DESC LIMIT 1
    )
    UNION
    SELECT ${intakeNumber}, 'account' FROM invoices AS i JOIN invoice_lines AS line ON line.invoice_id = i.id
    WHERE i.document_id = ${documentId} AND line.coding_state = 'corrected';
`

const afterApproval = (documentId: string) => `
  UPDATE document_work SET
    corrections = (SELECT count(*) FROM corrected_fields AS c WHERE c.intake_number = document_work.intake_number),
    is_auto_coded = NOT EXISTS (
      SELECT 1 FROM corrected_fields AS c WHERE c.intake_number = document_work.intake_number AND c.field = 'account'
    )
  WHERE document_id = ${documentId};
`

const fromInvoice = `
  UPDATE document_work SET
    vendor_id = NEW.vendor_id,
    currency = NEW.currency,
    amount = CASE NEW.document_type WHEN 'credit_note' THEN -abs(NEW.grand_total) ELSE NEW.grand_total END
  WHERE document_id = NEW.document_id;
`

const triggers = `
  CREATE TRIGGER work_received AFTER INSERT ON documents BEGIN
    INSERT INTO document_work (intake_number, document_id, received_at)
    VALUES (NEW.intake_number, NEW.id, NEW.received_at);
  END;
  CREATE TRIGGER work_received_then AFTER UPDATE OF received_at ON documents BEGIN
    UPDATE document_work SET received_at = NEW.received_at WHERE document_id = NEW.id;
  END;
  CREATE TRIGGER work_taken_back AFTER UPDATE OF state ON documents
  WHEN OLD.state IN ${approvedStates} AND NEW.state NOT IN ${approvedStates} BEGIN
    DELETE FROM corrected_fields WHERE intake_number = NEW.intake_number;
    UPDATE document_work SET approved_at = NULL, approved_by_person = NULL, is_auto_coded = 0, corrections = 0
    WHERE document_id = NEW.id;
  END;
  CREATE TRIGGER work_approved AFTER INSERT ON journal
  WHEN NEW.document_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM document_work AS w JOIN documents AS d ON d.id = w.document_id
    WHERE w.document_id = NEW.document_id AND w.approved_at IS NULL AND d.state IN ${approvedStates}
  ) BEGIN
    ${correctedFieldsOf('NEW.document_id', '(SELECT intake_number FROM document_work WHERE document_id = NEW.document_id)')}
    UPDATE document_work SET approved_at = NEW.at, approved_by_person = ${isPerson('NEW.actor')}
    WHERE document_id = NEW.document_id;
    ${afterApproval('NEW.document_id')}
  END;
  CREATE TRIGGER work_touched AFTER INSERT ON journal
  WHEN NEW.document_id IS NOT NULL AND ${isPerson('NEW.actor')} AND NEW.kind NOT IN ${noTouches}
    AND (SELECT state FROM documents WHERE id = NEW.document_id) NOT IN ${approvedStates} BEGIN
    UPDATE document_work SET touches = touches + 1 WHERE document_id = NEW.document_id;
  END;
  CREATE TRIGGER work_failed AFTER INSERT ON journal WHEN NEW.kind = 'document.failed' BEGIN
    UPDATE document_work SET failed_at = NEW.at WHERE document_id = NEW.document_id AND failed_at IS NULL;
  END;
  CREATE TRIGGER work_invoice_read AFTER INSERT ON invoices BEGIN ${fromInvoice} END;
  CREATE TRIGGER work_invoice_changed
  AFTER UPDATE OF vendor_id, currency, grand_total, document_type ON invoices BEGIN ${fromInvoice} END;
  CREATE TRIGGER work_invoice_removed AFTER DELETE ON invoices BEGIN
    UPDATE document_work SET vendor_id = NULL, currency = NULL, amount = NULL WHERE document_id = OLD.document_id;
  END;
  CREATE TRIGGER work_posted AFTER UPDATE OF confirmed_at ON outbox WHEN NEW.confirmed_at IS NOT NULL BEGIN
    UPDATE document_work SET posted_at = NEW.confirmed_at, posting_ms = NEW.confirmed_at - NEW.created_at
    WHERE document_id = NEW.document_id;
  END;
`

// What the journal of a store already there tells; how long its steps took was never written down.
const existing = `
  INSERT INTO document_work (intake_number, document_id, received_at, read_ms)
    SELECT intake_number, id, received_at, read_ms FROM documents;
  UPDATE invoices SET vendor_id = vendor_id;
  UPDATE document_work SET
    touches = (
      SELECT count(*) FROM journal AS j WHERE j.document_id = document_work.document_id AND ${isPerson('j.actor')}
        AND j.kind NOT IN ${noTouches} AND j.kind <> 'document.approved'
    ),
    failed_at = (
      SELECT min(at) FROM journal AS j WHERE j.document_id = document_work.document_id AND j.kind = 'document.failed'
    );
  UPDATE document_work SET (approved_at, approved_by_person) = (
    SELECT max(j.at), ${isPerson('j.actor')} FROM journal AS j
    WHERE j.document_id = document_work.document_id AND j.kind = 'document.approved'
  ) WHERE (SELECT state FROM documents WHERE id = document_id) IN ${approvedStates};
  UPDATE document_work SET (posted_at, posting_ms) = (
    SELECT max(o.confirmed_at), o.confirmed_at - o.created_at FROM outbox AS o
    WHERE o.document_id = document_work.document_id AND o.confirmed_at IS NOT NULL
  );
`

export const documentWork: Migration = {
  up(raw) {
    raw.exec(tables)
    raw.exec(triggers)
    raw.exec(existing)
    const approved = raw.prepare('SELECT intake_number, document_id FROM document_work WHERE approved_at IS NOT NULL')
    for (const row of approved.all() as { intake_number: number; document_id: string }[]) {
      raw.prepare(correctedFieldsOf('@document_id', '@intake_number')).run(row)
      raw.prepare(afterApproval('@document_id')).run({ document_id: row.document_id })
    }
  },
}
