import type { Migration } from './index'

const comments = `
  CREATE TABLE comments (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    text TEXT NOT NULL,
    is_question INTEGER NOT NULL DEFAULT 0,
    asks_id TEXT REFERENCES people (id),
    due TEXT,
    answers_id TEXT REFERENCES comments (id)
  ) STRICT;
  CREATE INDEX comments_by_document ON comments (document_id, at, id);
  CREATE INDEX comments_asking ON comments (asks_id) WHERE asks_id IS NOT NULL;
  CREATE INDEX comments_answering ON comments (answers_id) WHERE answers_id IS NOT NULL;
  CREATE TABLE comment_mentions (
    person_id TEXT NOT NULL REFERENCES people (id),
    comment_id TEXT NOT NULL REFERENCES comments (id),
    PRIMARY KEY (person_id, comment_id)
  ) STRICT;
  CREATE INDEX mentions_by_comment ON comment_mentions (comment_id);
  CREATE TRIGGER comments_keep_rows BEFORE DELETE ON comments
    BEGIN SELECT RAISE(ABORT, 'comments only grow'); END;
  CREATE TRIGGER comments_keep_words BEFORE UPDATE ON comments
    BEGIN SELECT RAISE(ABORT, 'comments only grow'); END;
`

// Whose document it is, so that a list of one person's work is one index; who is asked, of issues.
const assignees = `
  ALTER TABLE inbox_rows ADD COLUMN assignee_id TEXT;
  CREATE INDEX inbox_of_assignee ON inbox_rows (assignee_id, intake_number);
  CREATE TRIGGER inbox_document_assigned AFTER UPDATE OF assignee_id ON documents
  WHEN NEW.assignee_id IS NOT OLD.assignee_id BEGIN
    UPDATE inbox_rows SET assignee_id = NEW.assignee_id WHERE document_id = NEW.id;
  END;
  UPDATE inbox_rows SET assignee_id = (SELECT assignee_id FROM documents WHERE id = document_id);
  CREATE INDEX issues_asked ON issues (document_id) WHERE state = 'asked';
`

// As migration 12 made it, but that what is overdue stands before everything that is not, the gravest first: below zero.
const trigger = `
  DROP TRIGGER inbox_document_moved;
  CREATE TRIGGER inbox_document_moved AFTER UPDATE OF state, urgency, is_overdue ON documents
  WHEN NEW.state IS NOT OLD.state OR NEW.urgency IS NOT OLD.urgency OR NEW.is_overdue IS NOT OLD.is_overdue BEGIN
    UPDATE inbox_rows SET state = NEW.state, urgency_rank =
      CASE
        WHEN NEW.is_overdue AND NEW.state = 'on_hold' THEN -5
        WHEN NEW.is_overdue AND NEW.state IN ('needs_review', 'post_failed', 'ready') THEN -1 - NEW.urgency
        ELSE CASE NEW.state
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
      END
    WHERE document_id = NEW.id;
  END;
  UPDATE inbox_rows SET urgency_rank = -5
    WHERE state = 'on_hold' AND document_id IN (SELECT id FROM documents WHERE is_overdue);
`

/** Comments and questions on documents, whose document is whose, and overdue issues before all others. */
export const workingTogether: Migration = {
  up(raw) {
    raw.exec(comments)
    raw.exec(assignees)
    raw.exec(trigger)
  },
}
