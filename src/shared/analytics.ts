import { z } from 'zod'
import { DocumentId, VendorId } from './ids'
import { FieldName } from './invoice'
import { IssueKey, Severity } from './issue'

/** Of a year between 1900 and 2199: every part of a period is counted by itself, and no books have more. */
const Day = z.iso.date().regex(/^(19|20|21)\d{2}-/)

/** Days of this machine's calendar, both included; null for no limit on that side. */
export const Period = z.object({ from: Day.nullable(), to: Day.nullable() })
export type Period = z.infer<typeof Period>

/** What a set of documents is counted by. Each has its definition on screen: `analytics.define.<figure>`. */
export const Figure = z.enum([
  'received',
  'failed',
  'waited',
  'read',
  'checked',
  'coded',
  'approved',
  'touchless',
  'approved_as_read',
  'auto_coded',
  'corrected',
  'corrected_field',
  'handled',
  'posted',
  'in_queue',
  'open_issues',
  'overdue_issues',
  'raised_issues',
  'ended_issues',
])
export type Figure = z.infer<typeof Figure>

/** How an issue came to its end. */
export const EndingMethod = z.enum(['by_itself', 'suggestion', 'edited', 'skipped', 'waived', 'rule'])
export type EndingMethod = z.infer<typeof EndingMethod>

/** A header field, or the account of a line. */
export const CorrectedField = z.union([FieldName, z.literal('account')])
export type CorrectedField = z.infer<typeof CorrectedField>

/** The documents behind one number. The parts after the period narrow figures about issues, fields and spend down. */
export const FigureFilter = z.object({
  figure: Figure,
  period: Period,
  key: IssueKey.optional(),
  severity: Severity.optional(),
  method: EndingMethod.optional(),
  field: CorrectedField.optional(),
  currency: z.string().max(3).optional(),
})
export type FigureFilter = z.infer<typeof FigureFilter>

/** Figures that are one number of documents in a period. */
export const plainFigures = [
  'received',
  'failed',
  'approved',
  'touchless',
  'approved_as_read',
  'auto_coded',
  'corrected',
  'posted',
  'in_queue',
  'open_issues',
  'overdue_issues',
] as const satisfies readonly Figure[]
export type PlainFigure = (typeof plainFigures)[number]

const count = z.number().int()

export const Overview = z.object({
  counts: z.record(z.enum(plainFigures), count),
  /** The open issue that waits longest. */
  oldestOpen: z.object({ documentId: DocumentId, raisedAt: z.number() }).nullable(),
  /** Documents read per second over the last half minute; null before enough were. */
  readingRate: z.number().nullable(),
  /** Approved documents per day of the period; null for none. */
  approvedPerDay: z.number().nullable(),
  /** Parts of the period in order: days, weeks or months, whichever are few enough to see. */
  spans: z.array(z.object({ period: Period, received: count, approved: count, touchless: count })),
})
export type Overview = z.infer<typeof Overview>

/** Half took at most the median, nine in ten at most p90. Milliseconds, or keystrokes. */
export const Spread = z.object({ median: z.number(), p90: z.number() })
export type Spread = z.infer<typeof Spread>

const told = { issues: count, documents: count }
export const IssueFigures = z.object({
  byKind: z.array(z.object({ key: IssueKey, open: z.object(told), raised: z.object(told), ended: z.object(told) })),
  bySeverity: z.array(
    z.object({ severity: Severity, open: z.object(told), raised: z.object(told), ended: z.object(told) }),
  ),
  byMethod: z.array(z.object({ method: EndingMethod, ...told })),
  timeToEnd: Spread.nullable(),
  /** Documents with an issue settled in the period. */
  endedDocuments: count,
})
export type IssueFigures = z.infer<typeof IssueFigures>

/** Steps of a document's way and the figure of the documents whose time is known. */
export const timedSteps = {
  wait: 'waited',
  read: 'read',
  check: 'checked',
  code: 'coded',
  hands_on: 'handled',
  posting: 'posted',
} as const satisfies Readonly<Record<string, Figure>>
export type TimedStep = keyof typeof timedSteps

export const TimeFigures = z.object({
  steps: z.array(
    z.object({
      step: z.enum(Object.keys(timedSteps) as [TimedStep, ...TimedStep[]]),
      documents: count,
      ms: Spread.nullable(),
    }),
  ),
  keystrokes: Spread.nullable(),
})
export type TimeFigures = z.infer<typeof TimeFigures>

export const VendorFigures = z.object({
  /** Per currency, most spent first; currencies are never added up. Amounts are decimal text. */
  spend: z.array(
    z.object({
      currency: z.string(),
      documents: count,
      vendors: z.array(z.object({ vendorId: VendorId, name: z.string(), amount: z.string(), documents: count })),
    }),
  ),
  /** Vendors whose approved documents a person had to correct, most first. */
  corrections: z.array(z.object({ vendorId: VendorId, name: z.string(), documents: count, approved: count })),
  fields: z.array(z.object({ field: CorrectedField, documents: count })),
})
export type VendorFigures = z.infer<typeof VendorFigures>

/** What handling a document took in the page since it was last told. */
export const Effort = z.object({
  documentId: DocumentId,
  keystrokes: z.number().int().min(0).max(1_000_000),
  /** With pauses left out. */
  ms: z.number().int().min(0).max(86_400_000),
})
export type Effort = z.infer<typeof Effort>

/** Whether the figures are told to a Prometheus server on this machine, and on which port. */
export const MetricsSettings = z.object({ isOn: z.boolean(), port: z.number().int().min(1024).max(65_535) })
export type MetricsSettings = z.infer<typeof MetricsSettings>

/** 9464 is the port registered for it. */
export const defaultMetrics: MetricsSettings = { isOn: false, port: 9464 }

export const MetricsStatus = z.object({
  /** Where they are told; null while they are not. */
  address: z.string().nullable(),
  /** The port that could not be opened. */
  failedPort: z.number().int().nullable(),
})
export type MetricsStatus = z.infer<typeof MetricsStatus>
