import type { Migration } from './index'

// What persons did with a document is asked for each document a rule is tried on: an index tells it without reading the
// journal's rows. And a comment is no touch: it changes nothing, so an invoice somebody wrote a note on is as touchless as
// before. The trigger is that of migration 17 with comments among the rows that do not count.
const index = 'CREATE INDEX journal_deeds ON journal (document_id, kind, actor)'

const noTouches = `(
  'document.received', 'document.received_again', 'document.unpacked', 'document.assessed', 'document.replaced',
  'document.checked', 'document.coded', 'document.routed', 'document.pages_taken', 'document.pages_returned',
  'comment.added', 'comment.asked', 'comment.answered'
)`

const trigger = `
  DROP TRIGGER work_touched;
  CREATE TRIGGER work_touched AFTER INSERT ON journal
  WHEN NEW.document_id IS NOT NULL AND (NEW.actor = 'person' OR NEW.actor LIKE 'person:%')
    AND NEW.kind NOT IN ${noTouches}
    AND (SELECT state FROM documents WHERE id = NEW.document_id) NOT IN ('approved', 'posted', 'post_failed') BEGIN
    UPDATE document_work SET touches = touches + 1 WHERE document_id = NEW.document_id;
  END;
`

// Comments on an approved document were never counted; when it was approved tells which the others are.
const existing = `
  UPDATE document_work SET touches = max(0, touches - (
    SELECT count(*) FROM journal AS j WHERE j.document_id = document_work.document_id
      AND j.kind IN ('comment.added', 'comment.asked', 'comment.answered')
      AND (approved_at IS NULL OR j.at <= approved_at)
  )) WHERE touches > 0;
`

export const deeds: Migration = {
  up(raw) {
    raw.exec(index)
    raw.exec(trigger)
    raw.exec(existing)
  },
}
