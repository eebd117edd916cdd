import { z } from 'zod'
import { HelpTopic } from '../help-topic'
import { DocumentId, VendorId } from '../ids'
import { Notice, NoticeKind } from '../notice'
import { ErrorCode, ErrorData } from '../result'
import { Settings } from '../settings'
import { UpdateView } from '../update'
import { nothing } from './parts'

/** Everything the engine may announce. Events carry ids; whoever cares asks for the rest. */
export const events = {
  'document.changed': z.object({ documentIds: z.array(DocumentId) }),
  'counts.changed': nothing,
  'vendor.changed': z.object({ vendorId: VendorId }),
  'settings.changed': nothing,
  'ledger.changed': nothing,
  'paperless.changed': nothing,
  'folders.changed': nothing,
  'model.changed': nothing,
  /** The air gap went on or off. */
  'network.changed': nothing,
  'people.changed': nothing,
  'lock.changed': nothing,
  'automation.changed': nothing,
  /** How far a walk through everything received is: intake number reached, of the last one. */
  'history.walked': z.object({ walk: z.enum(['rule', 'autopilot']), done: z.number().int(), of: z.number().int() }),
  'company.changed': nothing,
  /** There are no books open any more: their vault is locked, or they cannot be opened. */
  'company.closed': z.object({ error: ErrorData }),
  'vault.changed': nothing,
  'backup.changed': nothing,
  /** A backup could not be made; `backup.status` says why. */
  'backup.failed': nothing,
  /** The disk is too full: something that was to be taken in was not. */
  'disk.low': nothing,
  /** A batch of documents came to the end of its road. */
  'queue.finished': z.object({ documents: z.number().int().min(1) }),
  /** What happened since the last of these, together: worth telling somebody who looks elsewhere. */
  'notices.raised': z.object({ notices: z.array(Notice).min(1), language: Settings.shape.language }),
  /** How many documents are urgent, for the app's icon; 0 also where the person does not want it. */
  'badge.changed': z.object({ count: z.number().int().min(0) }),
  /** A person chose a notification of the operating system: its list is to be shown. */
  'notice.chosen': z.object({ kind: NoticeKind }),
  /** A person chose something from the system's Help menu. */
  'help.chosen': z.object({ topic: HelpTopic }),
  /** Updates went a step further. */
  'updates.changed': UpdateView,
  /** A link from outside names a document to look at. */
  'document.wanted': z.object({ documentId: DocumentId }),
  /** A dropped file that could not even become a row (it vanished, may not be read). */
  'intake.refused': z.object({ fileName: z.string(), error: ErrorData }),
  'intake.finished': z.object({ received: z.number().int(), duplicates: z.number().int(), refused: z.number().int() }),
  /** `gone`: the engine died and is being started again. */
  'engine.state': z.object({ state: z.enum(['running', 'gone', 'failed']), error: ErrorCode.nullable() }),
} as const
