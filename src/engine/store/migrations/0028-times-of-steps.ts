import type { Migration } from './index'

// How long a step took was written down three times: with the attempt, with the document and with its figures. It is told
// by the attempt alone now; what figures count is taken from there in the same transaction. A document waited until its
// first reading began: read again later, it did not wait all that time.
const trigger = `
  CREATE TRIGGER work_step_done AFTER INSERT ON step_runs
  WHEN NEW.result = 'done' AND NEW.step IN ('read', 'check', 'code') BEGIN
    UPDATE document_work SET
      wait_ms = CASE NEW.step WHEN 'read' THEN ifnull(wait_ms, max(0, NEW.started_at - received_at)) ELSE wait_ms END,
      read_ms = CASE NEW.step WHEN 'read' THEN max(0, NEW.ended_at - NEW.started_at) ELSE read_ms END,
      check_ms = CASE NEW.step WHEN 'check' THEN max(0, NEW.ended_at - NEW.started_at) ELSE check_ms END,
      code_ms = CASE NEW.step WHEN 'code' THEN max(0, NEW.ended_at - NEW.started_at) ELSE code_ms END
    WHERE document_id = NEW.document_id;
  END;
`

export const timesOfSteps: Migration = {
  up(raw) {
    raw.exec('ALTER TABLE documents DROP COLUMN read_ms')
    raw.exec(trigger)
  },
}
