import { z } from 'zod'
import { DocumentId } from './ids'
import { ErrorData } from './result'
import { ServerCall } from './server-call'

/** Whether a server is called, left alone for a while after failing again and again, or about to be tried once. */
export const CircuitState = z.object({
  state: z.enum(['closed', 'open', 'half_open']),
  failures: z.number().int(),
  /** When it is tried again; null unless open. */
  triedAgainAt: z.number().nullable(),
})
export type CircuitState = z.infer<typeof CircuitState>

/** How a ledger computes bills, found out with drafts that were deleted again. Totals are decimal text. */
export const LedgerProbe = z.object({
  at: z.number(),
  /** Total of 200 with a 16 % tax field, prices without and with tax: 232 and 232 where the tax fields work. */
  taxExclusive: z.string(),
  taxInclusive: z.string(),
  /** Total of the same bill as we send it, tax and withholding as lines of their own: 200 + 32 − 20 must be 212. */
  asLines: z.string(),
  /** Total of 200 less a line discount of 10 as an amount: 190 where amounts are honoured, 180 where they are percent. */
  lineDiscount: z.string(),
  /** Minutes by which its calendar is ahead of UTC. */
  zoneMinutes: z.number().int(),
  branches: z.boolean(),
  /** lines: taxes must travel as lines. either: its tax fields would be right as well. unfit: not even lines add up. */
  mode: z.enum(['lines', 'either', 'unfit']),
})
export type LedgerProbe = z.infer<typeof LedgerProbe>

/** A vendor of ours in one currency, and which of the ledger's it is. */
export const VendorMappingRow = z.object({
  /** Key in our map: the vendor's id, with the currency when it is not the ledger's own. */
  ours: z.string(),
  name: z.string(),
  taxId: z.string().nullable(),
  currency: z.string(),
  chosen: z.object({ id: z.number().int(), name: z.string(), taxId: z.string().nullable() }).nullable(),
  /** exact: taken unasked at the first posting. alike: only after a person's word. */
  suggested: z
    .object({
      id: z.number().int(),
      name: z.string(),
      taxId: z.string().nullable(),
      fit: z.enum(['exact', 'alike']),
    })
    .nullable(),
})
export type VendorMappingRow = z.infer<typeof VendorMappingRow>

/** A vendor of the ledger, as far as a person chooses among them. */
export const LedgerVendorView = z.object({
  id: z.number().int(),
  name: z.string(),
  taxId: z.string().nullable(),
  currency: z.string(),
})
export type LedgerVendorView = z.infer<typeof LedgerVendorView>

/** What else bills hang on in the ledger. */
export const LedgerBasics = z.object({
  baseCurrency: z.string(),
  /** The one item every line hangs on; null before it was made. */
  carrierItem: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** Currencies of invoices here, how many bring their exchange rate and how many wait for a person's. */
  currencies: z.array(z.object({ currency: z.string(), stated: z.number().int(), missing: z.number().int() })),
  /** Last closed day of purchases there; null when none is closed. */
  lockedUntil: z.string().nullable(),
})
export type LedgerBasics = z.infer<typeof LedgerBasics>

/** waiting: its turn will come. failed: tried again by itself. set_aside: only after a person's word. */
export const JobState = z.enum(['waiting', 'running', 'failed', 'set_aside', 'done'])
export type JobState = z.infer<typeof JobState>

/** One thing the engine does or did by itself. */
export const JobView = z.object({
  id: z.string(),
  lane: z.enum(['reading', 'checking', 'posting', 'archive']),
  step: z.string(),
  state: JobState,
  /** Null while a document of the archive is not taken. */
  documentId: DocumentId.nullable(),
  intakeNumber: z.number().int().nullable(),
  name: z.string(),
  attempts: z.number().int(),
  /** When it may run; null unless waiting. */
  runAfter: z.number().nullable(),
  finishedAt: z.number().nullable(),
  error: ErrorData.nullable(),
  canRetry: z.boolean(),
  canCancel: z.boolean(),
})
export type JobView = z.infer<typeof JobView>

export const LedgerStatus = z.object({
  connected: z.boolean(),
  url: z.string().nullable(),
  organization: z.string().nullable(),
  baseCurrency: z.string().nullable(),
  lastSyncAt: z.number().nullable(),
  nextSyncAt: z.number().nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
  lastError: ErrorData.nullable(),
  /** A person stopped posting and watching. */
  isPaused: z.boolean().optional(),
  /** Posted since midnight on this machine. */
  postedToday: z.number().int().optional(),
  /** Until when nothing is tried, after a failure on the way to the ledger. */
  pausedUntil: z.number().nullable().optional(),
  circuit: CircuitState.optional(),
  /** How its server computes bills; null before that was tried. */
  probe: LedgerProbe.nullable().optional(),
  /** Looking after posted bills: paid, changed, deleted. */
  watch: z
    .object({
      lastAt: z.number().nullable(),
      watched: z.number().int(),
      drifted: z.number().int(),
      /** With our mark, and no document here stands for them; nobody has said what of it. */
      unknownHere: z.number().int(),
      /** What the ledger says is not believed: an empty list, or too many changes at once. */
      alarm: ErrorData.nullable(),
    })
    .optional(),
})
export type LedgerStatus = z.infer<typeof LedgerStatus>

/** An account of the ledger, as far as a person chooses among them. */
export const LedgerAccountView = z.object({
  id: z.number().int(),
  name: z.string(),
  code: z.string().nullable(),
  type: z.string(),
})
export type LedgerAccountView = z.infer<typeof LedgerAccountView>

/** Where something of ours goes in the ledger. */
export const MappingRow = z.object({
  kind: z.enum(['account', 'tax']),
  /** Account code, or the key of a tax such as `transferred IVA 16`. */
  ours: z.string(),
  name: z.string(),
  chosen: LedgerAccountView.nullable(),
  /** What would be taken by code or name, when nothing was chosen. */
  suggested: LedgerAccountView.nullable(),
  /** Whether it would be made at its first posting. */
  isMadeWhenNeeded: z.boolean(),
  /** A tax that cannot be recovered: without a choice it goes where the bill's largest line goes. */
  isPartOfCost: z.boolean().optional(),
})
export type MappingRow = z.infer<typeof MappingRow>

/** One row of the outbox with what was sent and answered; secrets are not in it. */
export const LedgerLogEntry = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  kind: z.enum(['bill', 'vendor_credit']),
  billNumber: z.string(),
  state: z.enum(['pending', 'sent', 'confirmed', 'unknown', 'refused', 'cancelled']),
  attempts: z.number().int(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
  confirmedAt: z.number().nullable(),
  /** When it is tried again; null once it is settled. */
  nextTryAt: z.number().nullable(),
  error: ErrorData.nullable(),
  /** JSON text as sent and as answered; null while nothing was. */
  request: z.string().nullable(),
  answer: z.string().nullable(),
  /** Every call made for it, oldest first. */
  calls: z.array(ServerCall),
})
export type LedgerLogEntry = z.infer<typeof LedgerLogEntry>
