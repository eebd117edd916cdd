import type { Migration } from './index'

// STRICT: a fraction in a money column, or text in a number's place, is refused by the database itself.
const tables = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    intake_number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    source TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    parent_id TEXT,
    duplicate_of_id TEXT,
    urgency INTEGER NOT NULL DEFAULT 0,
    step TEXT,
    worst_issue_id TEXT,
    open_issues INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE UNIQUE INDEX documents_intake_number_unique ON documents (intake_number);
  CREATE INDEX documents_by_state ON documents (state, urgency);
  CREATE INDEX documents_by_sha256 ON documents (sha256);
  CREATE INDEX documents_by_received ON documents (received_at, id);

  CREATE TABLE pages (
    document_id TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    rotation INTEGER NOT NULL,
    text_source TEXT NOT NULL,
    words TEXT NOT NULL,
    preview_sha256 TEXT,
    preview_media_type TEXT,
    PRIMARY KEY (document_id, number)
  ) STRICT;

  CREATE TABLE invoices (
    id TEXT PRIMARY KEY NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    document_type TEXT,
    invoice_number TEXT,
    issue_date TEXT,
    due_date TEXT,
    currency TEXT,
    seller_name TEXT,
    seller_tax_id TEXT,
    buyer_name TEXT,
    buyer_tax_id TEXT,
    net_total INTEGER,
    tax_total INTEGER,
    withheld_total INTEGER,
    grand_total INTEGER,
    payable INTEGER,
    uuid TEXT,
    vendor_id TEXT REFERENCES vendors (id),
    format TEXT NOT NULL,
    reader TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    number_key TEXT,
    xml_sha256 TEXT,
    account_code TEXT,
    several_accounts INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE UNIQUE INDEX invoices_document_id_unique ON invoices (document_id);
  CREATE INDEX invoices_by_uuid ON invoices (uuid);
  CREATE INDEX invoices_by_vendor_number ON invoices (vendor_id, number_key);
  CREATE INDEX invoices_by_seller_number ON invoices (seller_tax_id, number_key);
  CREATE INDEX invoices_by_vendor_total ON invoices (vendor_id, grand_total, issue_date);
  CREATE INDEX invoices_by_due ON invoices (due_date);

  CREATE TABLE invoice_lines (
    id TEXT PRIMARY KEY NOT NULL,
    invoice_id TEXT NOT NULL REFERENCES invoices (id),
    position INTEGER NOT NULL,
    role TEXT NOT NULL DEFAULT 'item',
    description TEXT NOT NULL,
    quantity TEXT,
    unit TEXT,
    unit_price TEXT,
    line_total INTEGER,
    tax_rate TEXT,
    product_code TEXT,
    classification_code TEXT,
    origin TEXT,
    account_code TEXT,
    coding_state TEXT NOT NULL DEFAULT 'not_classified',
    coding_probability REAL NOT NULL DEFAULT 0,
    coding_evidence TEXT NOT NULL
  ) STRICT;
  CREATE INDEX lines_by_invoice ON invoice_lines (invoice_id, position);

  CREATE TABLE invoice_taxes (
    id TEXT PRIMARY KEY NOT NULL,
    invoice_id TEXT NOT NULL REFERENCES invoices (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    rate TEXT,
    base INTEGER,
    amount INTEGER NOT NULL,
    origin TEXT
  ) STRICT;
  CREATE INDEX taxes_by_invoice ON invoice_taxes (invoice_id);

  CREATE TABLE readings (
    id TEXT PRIMARY KEY NOT NULL,
    invoice_id TEXT NOT NULL REFERENCES invoices (id),
    field TEXT NOT NULL,
    value TEXT,
    probability REAL NOT NULL,
    origin TEXT NOT NULL,
    reader TEXT NOT NULL,
    is_chosen INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX readings_by_invoice ON readings (invoice_id, field);

  CREATE TABLE issues (
    id TEXT PRIMARY KEY NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    key TEXT NOT NULL,
    severity TEXT NOT NULL,
    subject TEXT NOT NULL,
    params TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    state TEXT NOT NULL,
    resolved_by TEXT,
    resolved_at INTEGER,
    resolution_fix TEXT,
    resolution_note TEXT NOT NULL DEFAULT '',
    raised_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX issues_by_document ON issues (document_id, state);
  CREATE INDEX issues_by_key ON issues (key, state);

  CREATE TABLE vendors (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    tax_id TEXT,
    country TEXT,
    default_account_code TEXT,
    is_new INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX vendors_by_name ON vendors (name_key);
  CREATE UNIQUE INDEX vendors_by_tax_id ON vendors (tax_id);

  CREATE TABLE vendor_aliases (
    vendor_id TEXT NOT NULL REFERENCES vendors (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (vendor_id, name_key)
  ) STRICT;
  CREATE INDEX aliases_by_name ON vendor_aliases (name_key);

  CREATE TABLE account_examples (
    id TEXT PRIMARY KEY NOT NULL,
    vendor_id TEXT NOT NULL REFERENCES vendors (id),
    description_key TEXT NOT NULL,
    classification_code TEXT,
    account_code TEXT NOT NULL,
    line_id TEXT,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX examples_by_vendor ON account_examples (vendor_id, at);

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    step TEXT NOT NULL,
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    options TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    interruptions INTEGER NOT NULL DEFAULT 0,
    run_after INTEGER NOT NULL,
    lease_until INTEGER,
    last_error TEXT,
    finished_at INTEGER
  ) STRICT;
  CREATE INDEX jobs_runnable ON jobs (state, lane, run_after);
  CREATE INDEX jobs_by_document ON jobs (document_id);
  CREATE UNIQUE INDEX jobs_unfinished ON jobs (document_id) WHERE state IN ('waiting', 'running');

  CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    invoice_id TEXT NOT NULL REFERENCES invoices (id),
    kind TEXT NOT NULL,
    bill_number TEXT NOT NULL,
    reference_number TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after INTEGER NOT NULL,
    last_error TEXT,
    request TEXT,
    answer TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    confirmed_at INTEGER
  ) STRICT;
  CREATE INDEX outbox_runnable ON outbox (state, run_after);
  CREATE INDEX outbox_by_document ON outbox (document_id);

  CREATE TABLE ledger_bills (
    document_id TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
    ledger_id TEXT NOT NULL,
    bill_number TEXT NOT NULL,
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    read_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE ledger_map (
    organization TEXT NOT NULL,
    kind TEXT NOT NULL,
    ours TEXT NOT NULL,
    theirs INTEGER NOT NULL,
    PRIMARY KEY (organization, kind, ours)
  ) STRICT;

  CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY NOT NULL DEFAULT NaN,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    document_id TEXT,
    params TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX journal_id_unique ON journal (id);
  CREATE INDEX journal_by_document ON journal (document_id, sequence);

  CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    sealed TEXT NOT NULL
  ) STRICT;
`

// History is added to, never edited: the hash chain shows tampering, these refuse our own mistakes.
const journalGuards = `
  CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
  CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
`

/** The tables of the first release, as src/engine/store/schema.ts describes them. */
export const firstTables: Migration = {
  up(raw) {
    raw.exec(tables)
    raw.exec(journalGuards)
  },
}
