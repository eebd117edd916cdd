import { z } from 'zod'
import { DocumentId, LineId, VendorId } from './ids'
import { LineCandidates, LineView } from './invoice'
import { LessonView } from './lesson'
import { MessageParams } from './result'

const AccountName = z.object({ en: z.string(), es: z.string() })

/** A line whose account waits for a person's word. */
export const PendingLine = z.object({
  lineId: LineId,
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  number: z.string().nullable(),
  position: z.number().int(),
  description: z.string(),
  /** Decimal text. */
  lineTotal: z.string().nullable(),
  currency: z.string().nullable(),
})
export type PendingLine = z.infer<typeof PendingLine>

/** Lines of one vendor that say alike and got the same proposal: one key decides all of them. */
export const PendingGroup = z.object({
  /** Its first line: names it in lists. */
  key: LineId,
  vendorId: VendorId.nullable(),
  /** As the invoice writes it while the vendor is not known. */
  vendorName: z.string(),
  description: z.string(),
  /** Null where nothing was likely enough to be written: a person chooses. */
  accountCode: z.string().nullable(),
  accountName: z.string().nullable(),
  probability: z.number().min(0).max(1),
  /** Whether the account stands in doubt, or only nobody has looked at it yet. */
  isDoubtful: z.boolean(),
  stages: LineCandidates.shape.stages,
  evidence: LineView.shape.codingEvidence,
  /** What else the first line may be, likeliest first; the proposal is among them. */
  candidates: LineCandidates.shape.candidates,
  lineIds: z.array(LineId),
  documents: z.number().int(),
  /** The first few, to show; `lineIds` names all. */
  lines: z.array(PendingLine),
})
export type PendingGroup = z.infer<typeof PendingGroup>

export const PendingCodings = z.object({
  /** Doubtful ones first, then by number of lines. */
  groups: z.array(PendingGroup),
  /** Of all groups, not only those listed. */
  totalGroups: z.number().int(),
  totalLines: z.number().int(),
  doubtfulLines: z.number().int(),
})
export type PendingCodings = z.infer<typeof PendingCodings>

export const CodingChoice = z.object({ lineIds: z.array(LineId).min(1).max(20_000), accountCode: z.string().max(40) })

/** Other lines of the vendor that say alike and nobody has decided: what "apply to the others" would change. */
export const LikeLines = z.object({
  lines: z.array(PendingLine.extend({ accountCode: z.string().nullable(), accountName: z.string().nullable() })),
  lineIds: z.array(LineId),
  /** Alike too, but decided by a person: left as they are. */
  decided: z.number().int(),
})
export type LikeLines = z.infer<typeof LikeLines>

/** A lesson about accounts, whoever's line taught it. */
export const CodingLesson = LessonView.extend({ vendorName: z.string(), accountName: z.string().nullable() })
export type CodingLesson = z.infer<typeof CodingLesson>

/** What became of the accounts proposed for the lines people decided last. */
export const CodingAccuracy = z.object({
  /** Lines a person decided for which something had been proposed. */
  decided: z.number().int(),
  confirmed: z.number().int(),
  corrected: z.number().int(),
  familyRight: z.number().int(),
  /** The account chosen was among the ten offered. */
  withinTen: z.number().int(),
  /** Of those sure enough to go without a look, and how many of them were confirmed. */
  sure: z.number().int(),
  sureConfirmed: z.number().int(),
  /** The same lines oldest first in tenths, to see whether it rises; fewer when few lines were decided. */
  course: z.array(z.object({ decided: z.number().int(), confirmed: z.number().int() })),
  /** What was put right, most frequent first. */
  corrections: z.array(
    z.object({ from: z.string(), fromName: z.string(), to: z.string(), toName: z.string(), lines: z.number().int() }),
  ),
})
export type CodingAccuracy = z.infer<typeof CodingAccuracy>

export const ChartAccount = z.object({
  code: z.string(),
  name: AccountName,
  parent: z.string().nullable(),
  /** Bills are coded to it, as far as the chart goes; an inactive one is not offered. */
  isPostable: z.boolean(),
  isActive: z.boolean(),
  /** SAT code that says what it is for; null where nobody knows. */
  standsFor: z.string().nullable(),
  /** Lines with this account; those where a person chose it against a proposal. Its own only, not those below it. */
  used: z.number().int(),
  corrected: z.number().int(),
})
export type ChartAccount = z.infer<typeof ChartAccount>

/** Where each goes in the ledger, and which have no place there, tells `ledger.mapping`. */
export const ChartTree = z.object({
  chart: z.string(),
  /** In chart order, parents before children. */
  accounts: z.array(ChartAccount),
  /** Codes on lines that the chart in force does not have: it was changed, or imported anew without them. */
  unknown: z.array(z.object({ code: z.string(), used: z.number().int() })),
})
export type ChartTree = z.infer<typeof ChartTree>

/** Problems of a chart to be imported. Sentences are those of the errors with the same names. */
const ChartProblemKey = z.enum([
  'chart_unreadable',
  'chart_empty',
  'chart_too_large',
  'chart_row_incomplete',
  'chart_duplicate_code',
  'chart_parent_missing',
  'chart_cycle',
])

/** What an import would make, or has made. */
export const ChartImport = z.object({
  accounts: z.number().int(),
  postable: z.number().int(),
  /** Postable ones whose purpose is known, so that coding proposes them before anybody taught it. */
  understood: z.number().int(),
  /** With any of these nothing is imported. */
  problems: z.array(z.object({ key: ChartProblemKey, params: MessageParams })),
  sample: z.array(ChartAccount.pick({ code: true, name: true, parent: true, isPostable: true, standsFor: true })),
})
export type ChartImport = z.infer<typeof ChartImport>

/** Text of a file of accounts: large charts have a few thousand rows of a hundred characters. */
export const longestChartText = 4_000_000

export const ProductCodeView = z.object({
  code: z.string(),
  /** Official name, Spanish. */
  name: z.string(),
  /** Account of the chart in force such a thing goes to when it is used up; null where the chart has none. */
  accountCode: z.string().nullable(),
  accountName: z.string().nullable(),
})
export type ProductCodeView = z.infer<typeof ProductCodeView>
