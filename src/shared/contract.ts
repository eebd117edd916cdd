import { z } from 'zod'
import { MeaningModelView, type FolderPurpose } from './meaning'
import { AccountView } from './account'
import {
  ActivityFilter,
  ActivityRow,
  ConservationStatement,
  EvidenceScope,
  PastState,
  ReadyFile,
  Replay,
} from './activity'
import { Effort, IssueFigures, MetricsStatus, Overview, Period, TimeFigures, VendorFigures } from './analytics'
import {
  Autopilot,
  AutopilotHistory,
  AutopilotView,
  PolicyBody,
  PolicyVersionView,
  PolicyView,
  RuleBody,
  RuleTrial,
  RuleVersionView,
  RuleView,
  RunMode,
} from './automation'
import { BackupName, BackupStatus, BackupView, RestorePreview, RestoreResult, Restorers } from './backup'
import { BillFormat } from './bill-record'
import { BulkResult } from './bulk-result'
import {
  ChartImport,
  ChartTree,
  CodingAccuracy,
  CodingChoice,
  CodingLesson,
  LikeLines,
  PendingCodings,
  ProductCodeView,
  longestChartText,
} from './coding'
import { Diagnostics } from './diagnostics'
import { Departure, Recipient, RecipientTotal } from './departure'
import { CommentInput } from './comment'
import { CompanyView } from './company'
import { CompanyProfile } from './company-profile'
import { TradeProposal } from './trade-guess'
import { Comparison, TwinAnswer } from './comparison'
import { Step } from './document'
import { ConservationView, ProgressView } from './document-counts'
import { DocumentView, EmbeddedFileView } from './document-view'
import { CommentId, DocumentId, GroupId, IssueId, LineId, PersonId, PolicyId, RuleId, VendorId } from './ids'
import { InboxFilter, InboxRow, InboxSort, InboxTab, SavedView } from './inbox'
import { FieldName, LineCandidates } from './invoice'
import { Fix, IssueKey } from './issue'
import { JournalEntryView } from './journal-entry'
import { JournalFault } from './journal-row'
import {
  JobState,
  JobView,
  LedgerAccountView,
  LedgerBasics,
  LedgerLogEntry,
  LedgerStatus,
  LedgerVendorView,
  MappingRow,
  VendorMappingRow,
} from './ledger'
import { KeysStatus } from './keys'
import { LessonForgotten, LessonView } from './lesson'
import { Notice, NoticeKind } from './notice'
import { NetworkStatus } from './network'
import { NewRecoveryKey, VaultPassphrase, VaultSecret, VaultStatus } from './vault'
import { ModelCallView, ModelPreview, OutsideModelStatus } from './outside-model'
import { PartStarts } from './pages'
import {
  AfterTaking,
  PaperlessChoices,
  PaperlessOptions,
  PaperlessProblem,
  PaperlessStatus,
  WatchedFolderView,
} from './paperless'
import { LockStatus } from './lock'
import { AbsenceInput, PeopleView, PersonInput } from './people'
import { ErrorCode, ErrorData, type Reply } from './result'
import { GivenRight, NewPassphrase, TypedPassphrase } from './rights'
import { OpenKind, SamePreview } from './same-cause'
import { ArchiveLogEntry } from './server-call'
import { Settings, SettingsPatch } from './settings'
import { TelemetryStatus } from './telemetry'
import { DocumentRuns, StepChoice, TemplateView } from './template'
import { UpdateView, type UpdateWish } from './update'
import { UnknownBill, UnknownBillAnswer } from './unknown-bill'
import { VendorView } from './vendor'
import { LookAlikePair, MergePreview, VendorHistory } from './vendor-merge'
import { XmlNode } from './xml-node'

const nothing = z.object({})
const done = z.object({ revision: z.number().int() })
const text = (max: number) => z.string().max(max)

const isoDate = z.iso.date()
const documentIds = z.array(DocumentId).min(1).max(100_000)
const invoiceCommand = { documentId: DocumentId, revision: z.number().int() }

/** How much of it was done, and what could not be. */
const JobsChanged = z.object({
  done: z.number().int(),
  failed: z.array(z.object({ documentId: DocumentId, error: ErrorData })),
})

/** Every question the window may ask the engine. Inputs are parsed on the engine's side. */
export const calls = {
  'company.current': { input: nothing, output: CompanyView },
  /** Opens the accountant's own books or the sample company (made with the shipped samples when first opened). */
  'company.open': { input: z.object({ key: z.enum(['own', 'sample']) }), output: CompanyView },
  'company.removeSample': { input: nothing, output: CompanyView },

  'document.list': {
    input: z.object({
      filter: InboxFilter,
      sort: InboxSort,
      /** Opaque key of the last row of the page before; null for the first page. */
      after: text(400).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ rows: z.array(InboxRow), next: z.string().nullable(), total: z.number().int() }),
  },
  /** Ids in list order: the snapshot that review walks, and "select all that match". */
  'document.ids': {
    input: z.object({ filter: InboxFilter, sort: InboxSort }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  /** Of the next documents of a queue those that wait for a person, in the order asked about. */
  'document.waiting': {
    input: z.object({ documentIds: z.array(DocumentId).max(200) }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  'document.row': { input: z.object({ documentId: DocumentId }), output: InboxRow.nullable() },
  'document.counts': {
    input: nothing,
    output: z.object({
      tabs: z.record(InboxTab, z.number().int()),
      conservation: ConservationView,
      progress: ProgressView,
      /** Held past their day, or with an issue past its time limit. */
      overdue: z.number().int(),
      /** Documents that wait for a word of whoever sits here. */
      asked: z.number().int(),
    }),
  },
  'view.list': { input: nothing, output: z.object({ views: z.array(SavedView) }) },
  /** A view of that name is replaced. */
  'view.save': { input: SavedView.omit({ id: true }), output: z.object({ views: z.array(SavedView) }) },
  'view.remove': { input: z.object({ viewId: text(36) }), output: z.object({ views: z.array(SavedView) }) },
  'document.get': { input: z.object({ documentId: DocumentId }), output: DocumentView },
  'document.xml': { input: z.object({ documentId: DocumentId }), output: z.object({ root: XmlNode }) },
  /** Files that lie inside an e-invoice, in its order; empty for documents without XML. */
  'document.embedded': {
    input: z.object({ documentId: DocumentId }),
    output: z.object({ files: z.array(EmbeddedFileView) }),
  },
  /** Takes one of them out, for showing and for `save`. */
  'document.takeOut': {
    input: z.object({ documentId: DocumentId, index: z.number().int().min(0) }),
    output: ReadyFile,
  },
  'document.pageWords': {
    input: z.object({ documentId: DocumentId, page: z.number().int().min(1) }),
    output: z.object({
      words: z.array(
        z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      ),
    }),
  },
  'document.approve': { input: z.object({ documentIds }), output: BulkResult },
  'document.approveReady': { input: nothing, output: BulkResult },
  /** On hold already: another reason or due date. */
  'document.hold': {
    input: z.object({ documentIds, reason: text(500), dueDate: isoDate.nullable().default(null) }),
    output: BulkResult,
  },
  'document.setAside': { input: z.object({ documentIds, reason: text(500) }), output: BulkResult },
  'document.assign': { input: z.object({ documentIds, personId: PersonId.nullable() }), output: BulkResult },
  /** Words, a question or an answer on a document; they stay for ever. */
  'comment.add': { input: CommentInput, output: z.object({ commentId: CommentId }) },
  'document.reject': { input: z.object({ documentIds, reason: text(500) }), output: BulkResult },
  /** One account for all lines of each. */
  'document.setAccount': { input: z.object({ documentIds, accountCode: text(40) }), output: BulkResult },
  /** One typed value for a header field of each. */
  'document.setField': {
    input: z.object({ documentIds, field: FieldName, value: text(500).nullable() }),
    output: BulkResult,
  },
  /** Back on the road from hold, rejected, duplicate, set aside, or approved-but-not-sent. */
  'document.restore': { input: z.object({ documentIds }), output: BulkResult },
  'document.retry': {
    input: z.object({ documentId: DocumentId, password: text(200).optional(), forceOcr: z.boolean().default(false) }),
    output: nothing,
  },
  /** Makes documents of a document's pages; the parts begin where said. */
  'document.split': {
    input: z.object({ documentId: DocumentId, starts: PartStarts }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  /** Appends the pages of other documents, in the order given: scans that are pages of one invoice. */
  'document.join': {
    input: z.object({ documentId: DocumentId, otherIds: z.array(DocumentId).min(1).max(50) }),
    output: nothing,
  },
  /** Beside the likeliest twin, or beside another one. */
  'document.compare': {
    input: z.object({ documentId: DocumentId, otherId: DocumentId.nullable().default(null) }),
    output: Comparison,
  },
  'document.settleTwin': {
    input: z.object({
      documentId: DocumentId,
      otherId: DocumentId,
      answer: TwinAnswer,
      reason: text(500).default(''),
    }),
    output: done,
  },
  'document.undo': { input: z.object({ documentId: DocumentId }), output: done },
  'document.redo': { input: z.object({ documentId: DocumentId }), output: done },
  /** Takes back what one action decided on many documents; those decided on again meanwhile stay and are named. */
  'group.undo': { input: z.object({ group: GroupId }), output: BulkResult },
  'group.redo': { input: z.object({ group: GroupId }), output: BulkResult },

  'field.set': {
    input: z.object({ ...invoiceCommand, field: FieldName, value: text(500).nullable() }),
    output: done,
  },
  'line.set': {
    input: z.object({
      ...invoiceCommand,
      lineId: LineId,
      column: z.enum(['description', 'quantity', 'unit', 'unitPrice', 'lineTotal', 'taxRate', 'productCode']),
      value: text(2000).nullable(),
    }),
    output: done,
  },
  'line.setAccount': {
    input: z.object({ ...invoiceCommand, lineIds: z.array(LineId).min(1).max(5000), accountCode: text(40) }),
    output: done,
  },
  'line.add': { input: z.object({ ...invoiceCommand, afterLineId: LineId.nullable() }), output: done },
  /** Each part an amount or a percentage as typed; one may be empty and gets the rest. */
  'line.split': {
    input: z.object({ ...invoiceCommand, lineId: LineId, parts: z.array(text(60)).min(2).max(50) }),
    output: done,
  },
  'line.merge': { input: z.object({ ...invoiceCommand, lineIds: z.array(LineId).min(2).max(500) }), output: done },
  /** The line takes up what all lines miss of the net total. */
  'line.fill': { input: z.object({ ...invoiceCommand, lineId: LineId }), output: done },
  'line.remove': { input: z.object({ ...invoiceCommand, lineId: LineId }), output: done },
  'issue.applyFix': {
    input: z.object({
      issueId: IssueId,
      fix: Fix,
      note: text(2000).default(''),
      /** What the window saw; a fix worked out from older values is refused with what changed. */
      revision: z.number().int().optional(),
    }),
    output: z.object({ openBlocking: z.number().int(), openIssues: z.number().int(), revision: z.number().int() }),
  },
  'issue.reopen': { input: z.object({ issueId: IssueId }), output: done },
  'issue.ask': {
    input: z.object({
      issueId: IssueId,
      of: text(200).min(1),
      text: text(2000),
      due: z.iso.date().nullable().default(null),
    }),
    output: done,
  },
  /** Other open issues with the cause of a settled one; nothing is changed. */
  'issue.previewSame': {
    input: z.object({
      issueId: IssueId,
      /** Rehearses the first few to show the difference; without, they are only counted. */
      rehearse: z.boolean().default(false),
    }),
    output: SamePreview,
  },
  'issue.settleSame': { input: z.object({ issueId: IssueId, documentIds }), output: BulkResult },
  'issue.openKinds': { input: z.object({ documentIds }), output: z.object({ kinds: z.array(OpenKind) }) },
  /** Leaves every open issue of a kind as it is, or says that it does not apply, on each of the documents. */
  'issue.settleKind': {
    input: z.object({ documentIds, key: IssueKey, how: z.enum(['skip', 'waive']), reason: text(500).min(1) }),
    output: BulkResult,
  },
  'issue.answer': { input: z.object({ issueId: IssueId, text: text(2000).min(1) }), output: done },

  'vendor.list': {
    input: z.object({
      search: text(200).default(''),
      after: text(400).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ vendors: z.array(VendorView), next: z.string().nullable(), total: z.number().int() }),
  },
  'vendor.get': { input: z.object({ vendorId: VendorId }), output: VendorView },
  'vendor.update': {
    input: z.object({
      vendorId: VendorId,
      name: text(255).min(1).optional(),
      taxId: text(50).nullable().optional(),
      defaultAccountCode: text(40).nullable().optional(),
    }),
    output: VendorView,
  },
  /** Everything decisions taught about a vendor, each with its source and how it did. */
  'vendor.lessons': { input: z.object({ vendorId: VendorId }), output: z.object({ lessons: z.array(LessonView) }) },
  /** Vendors that may be one, the likeliest first. */
  'vendor.lookAlikes': { input: nothing, output: z.object({ pairs: z.array(LookAlikePair) }) },
  /** Two look-alikes are two: not proposed again, until that is taken back. */
  'vendor.keepApart': {
    input: z.object({ oneId: VendorId, otherId: VendorId, apart: z.boolean() }),
    output: nothing,
  },
  'vendor.previewMerge': { input: z.object({ vendorId: VendorId, intoId: VendorId }), output: MergePreview },
  'vendor.merge': { input: z.object({ vendorId: VendorId, intoId: VendorId }), output: nothing },
  /** Makes a merged vendor one of its own again. */
  'vendor.unmerge': { input: z.object({ vendorId: VendorId }), output: z.object({ intoId: VendorId }) },
  'vendor.history': { input: z.object({ vendorId: VendorId }), output: VendorHistory },
  'lesson.forget': { input: LessonForgotten, output: z.object({ entryId: z.string() }) },
  /** Takes a forgetting back. */
  'lesson.restore': { input: z.object({ entryId: text(36) }), output: nothing },
  'account.search': {
    input: z.object({ query: text(200), limit: z.number().int().min(1).max(100).default(30) }),
    output: z.object({ accounts: z.array(AccountView) }),
  },
  'account.get': { input: z.object({ code: text(40) }), output: AccountView },
  /** What coding proposed for a line, likeliest first; empty where a person decided before coding looked. */
  'line.candidates': { input: z.object({ lineId: LineId }), output: LineCandidates },
  /** Accounts waiting for a person's word, grouped by vendor and likeness. */
  'coding.pending': {
    input: z.object({
      vendorId: VendorId.nullable().default(null),
      onlyDoubtful: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: PendingCodings,
  },
  /**
   * The proposed account is right for these lines. A line that is proposed another one by now fails with
   * `changed_meanwhile`; the others stand. Undone as one by `group.undo`.
   */
  'coding.confirm': { input: CodingChoice, output: BulkResult },
  /** Another account for these lines; acts on the vendor's other lines at once. Undone as one by `group.undo`. */
  'coding.correct': { input: CodingChoice, output: BulkResult },
  /** Which other lines say the same as these and nobody has decided. */
  'coding.like': { input: z.object({ lineIds: z.array(LineId).min(1).max(20_000) }), output: LikeLines },
  /** Lessons about accounts, newest first; `lesson.forget` and `lesson.restore` take them back and bring them again. */
  'coding.lessons': {
    input: z.object({
      search: text(200).default(''),
      vendorId: VendorId.nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ lessons: z.array(CodingLesson), total: z.number().int() }),
  },
  'coding.accuracy': {
    input: z.object({ last: z.number().int().min(10).max(2000).default(200) }),
    output: CodingAccuracy,
  },
  /** The language model folder that helps coding; chosen through the bridge's `chooseFolder`. */
  'meaning.get': { input: nothing, output: MeaningModelView },
  'meaning.forget': { input: nothing, output: nothing },
  'chart.tree': { input: nothing, output: ChartTree },
  /** Inactive accounts are not offered any more; open lines that have one raise `account_needed`. */
  'account.setActive': { input: z.object({ code: text(40), isActive: z.boolean() }), output: nothing },
  /**
   * One's own chart of accounts from CSV text (code, name and, if there are, parent and código agrupador). It is in force
   * at once and replaces an earlier own chart; `dryRun` only tells what it would be.
   */
  'chart.importCsv': {
    input: z.object({ text: text(longestChartText), dryRun: z.boolean().default(false) }),
    output: ChartImport,
  },
  /** The same from the accounts of the connected ledger. */
  'chart.importLedger': { input: z.object({ dryRun: z.boolean().default(false) }), output: ChartImport },
  /** Products and services of the SAT catalogue, by code or words, in Spanish. */
  'productCode.search': {
    input: z.object({ query: text(200), limit: z.number().int().min(1).max(100).default(30) }),
    output: z.object({ productCodes: z.array(ProductCodeView) }),
  },
  /** What the company's own words about itself mean for coding; nothing is kept until the settings are. */
  'company.understand': { input: z.object({ description: text(4000) }), output: CompanyProfile },
  /** Which trade the purchases so far look like; null while they speak for none. */
  'company.trade': { input: nothing, output: TradeProposal.nullable() },

  'settings.get': { input: nothing, output: Settings },
  'settings.set': { input: z.object({ patch: SettingsPatch }), output: Settings },
  'people.get': { input: nothing, output: PeopleView },
  'people.add': { input: PersonInput, output: PeopleView },
  'people.change': { input: PersonInput.extend({ personId: PersonId, isActive: z.boolean() }), output: PeopleView },
  /** Somebody sits at this machine now; where people sign in, with their passphrase. Also unlocks the window. */
  'people.sit': {
    input: z.object({ personId: PersonId, passphrase: TypedPassphrase.nullable().default(null) }),
    output: PeopleView,
  },
  'people.setRights': {
    input: z.object({ personId: PersonId, rights: z.array(GivenRight).max(5) }),
    output: PeopleView,
  },
  /** One's own, with the one so far, or as an administrator that of another. The first one protects the workspace. */
  'people.setPassphrase': {
    input: z.object({
      personId: PersonId,
      passphrase: NewPassphrase,
      current: TypedPassphrase.nullable().default(null),
    }),
    output: PeopleView,
  },
  /** Who works alone may do without again. */
  'people.removePassphrase': { input: z.object({ current: TypedPassphrase }), output: PeopleView },
  'vault.status': { input: nothing, output: VaultStatus },
  /** Prepares a vault: nothing is changed before the drill. */
  'vault.begin': { input: z.object({ passphrase: VaultPassphrase }), output: NewRecoveryKey },
  'vault.renewRecoveryKey': { input: z.object({ passphrase: TypedPassphrase }), output: NewRecoveryKey },
  /** The recovery key that waits for its drill, as a page to be saved and printed. */
  'vault.recoveryPage': { input: nothing, output: ReadyFile },
  /** The recovery key, typed back: only now everything is put into the vault, or the key before it opens nothing any more. */
  'vault.drill': { input: z.object({ recoveryKey: text(200) }), output: VaultStatus },
  /** Nothing was prepared; locked books are as locked as they were before somebody opened a backup of theirs. */
  'vault.cancel': { input: nothing, output: VaultStatus },
  'vault.unlock': { input: VaultSecret, output: VaultStatus },
  /** Lets a backup be looked into and restored: by its own secret, or by that of the books it is put in place of. */
  'vault.unlockBackup': {
    input: VaultSecret.extend({ name: BackupName, of: z.enum(['backup', 'books']).default('backup') }),
    output: z.object({}),
  },
  /** Proven by the passphrase so far or by the recovery key; may be said while the vault is locked. */
  'vault.changePassphrase': {
    input: z.object({ proof: VaultSecret, passphrase: VaultPassphrase }),
    output: VaultStatus,
  },
  'vault.leave': { input: z.object({ passphrase: TypedPassphrase }), output: VaultStatus },
  'vault.removePlainCopies': { input: nothing, output: VaultStatus },
  'lock.status': { input: nothing, output: LockStatus },
  /** Nothing more is shown or done from this machine until somebody signs in. */
  'lock.lock': { input: nothing, output: LockStatus },
  'absence.add': { input: AbsenceInput, output: PeopleView },
  'absence.remove': { input: z.object({ absenceId: text(36) }), output: PeopleView },

  'rule.list': { input: nothing, output: z.object({ rules: z.array(RuleView) }) },
  'rule.versions': { input: z.object({ ruleId: RuleId }), output: z.object({ versions: z.array(RuleVersionView) }) },
  /** What it would have done with everything received so far; changes nothing. */
  'rule.try': { input: z.object({ body: RuleBody }), output: RuleTrial },
  /** Ends the trial under way, which then answers for what it has looked at. */
  'rule.stopTrial': { input: nothing, output: nothing },
  /** A rule that holds for everything is refused until the person has confirmed the number. */
  'rule.save': {
    input: z.object({
      ruleId: RuleId.nullable(),
      mode: RunMode,
      body: RuleBody,
      confirmsEverything: z.boolean().default(false),
    }),
    output: z.object({ ruleId: RuleId }),
  },
  'rule.switch': {
    input: z.object({ ruleId: RuleId, mode: RunMode, confirmsEverything: z.boolean().default(false) }),
    output: nothing,
  },
  'rule.move': { input: z.object({ ruleId: RuleId, direction: z.enum(['up', 'down']) }), output: nothing },
  'rule.remove': { input: z.object({ ruleId: RuleId }), output: nothing },
  /** Looks at every document that waits for a person once more, so that rules just switched on see them. */
  'rule.applyToWaiting': { input: nothing, output: z.object({ documents: z.number().int() }) },
  'policy.list': { input: nothing, output: z.object({ policies: z.array(PolicyView) }) },
  /** Every wording it had, newest first. */
  'policy.versions': {
    input: z.object({ policyId: PolicyId }),
    output: z.object({ versions: z.array(PolicyVersionView) }),
  },
  'policy.save': {
    input: z.object({ policyId: PolicyId.nullable(), isOn: z.boolean(), body: PolicyBody }),
    output: z.object({ policyId: PolicyId }),
  },
  'policy.move': { input: z.object({ policyId: PolicyId, direction: z.enum(['up', 'down']) }), output: nothing },
  'policy.remove': { input: z.object({ policyId: PolicyId }), output: nothing },
  'autopilot.get': { input: nothing, output: AutopilotView },
  /** What each position of the dial would have meant; looks through everything received the first time it is asked. */
  'autopilot.history': { input: nothing, output: AutopilotHistory },
  'autopilot.set': { input: Autopilot, output: AutopilotView },

  'queue.pause': { input: z.object({ paused: z.boolean() }), output: ProgressView },

  'job.list': {
    input: z.object({ state: JobState, limit: z.number().int().min(1).max(5000).default(200) }),
    output: z.object({ jobs: z.array(JobView), counts: z.record(JobState, z.number().int()) }),
  },
  /** `ids` null: all of that state. Failed ones are tried now, those set aside begin anew. */
  'job.retry': {
    input: z.object({
      state: z.enum(['failed', 'set_aside']),
      ids: z.array(text(80)).max(100_000).nullable().default(null),
    }),
    output: JobsChanged,
  },
  /** Takes waiting work back: a document is set aside unread, an approval taken back unsent. */
  'job.cancel': {
    input: z.object({ state: JobState, ids: z.array(text(80)).max(5000), reason: text(500).default('') }),
    output: JobsChanged,
  },

  /** Bills as a file for other programs; the person chooses where it is saved. */
  'bills.export': {
    input: z.object({ documentIds, format: BillFormat }),
    output: z.object({
      /** Null when of none of them a bill can be made. */
      file: ReadyFile.nullable(),
      bills: z.number().int(),
      leftOut: z.array(z.object({ documentId: DocumentId, error: ErrorData })),
    }),
  },

  'ledger.status': { input: nothing, output: LedgerStatus },
  /** The key is stored in the operating system's key store and never leaves the engine again. */
  'ledger.connect': { input: z.object({ url: z.url().max(500), apiKey: text(400).min(1) }), output: LedgerStatus },
  'ledger.disconnect': { input: nothing, output: LedgerStatus },
  'ledger.sync': { input: nothing, output: LedgerStatus },

  /** A person has looked there and says that many changed or deleted bills are right. */
  'ledger.confirmMassChange': { input: nothing, output: LedgerStatus },
  'ledger.pause': { input: z.object({ paused: z.boolean() }), output: LedgerStatus },
  'ledger.branches': {
    input: nothing,
    output: z.object({
      branches: z.array(z.object({ id: z.number().int(), name: z.string() })),
      chosen: z.number().int().nullable(),
      suggested: z.number().int().nullable(),
    }),
  },
  'ledger.chooseBranch': { input: z.object({ branchId: z.number().int() }), output: nothing },
  /** Accounts in use and taxes met, each with where it goes in the ledger, and every account of the ledger. */
  'ledger.mapping': {
    input: nothing,
    output: z.object({ rows: z.array(MappingRow), accounts: z.array(LedgerAccountView) }),
  },
  /** `theirs` null: back to the suggestion. */
  'ledger.setMapping': {
    input: z.object({
      kind: z.enum(['account', 'tax']),
      ours: text(200).min(1),
      theirs: z.number().int().positive().nullable(),
    }),
    output: nothing,
  },
  'ledger.createAccount': { input: z.object({ accountCode: text(40) }), output: LedgerAccountView },
  /** Tries with drafts, deleted again, how the server computes taxes and totals. */
  'ledger.probe': { input: nothing, output: LedgerStatus },
  /** Every vendor bills are for, and every vendor of the ledger. */
  'ledger.vendors': {
    input: nothing,
    output: z.object({ rows: z.array(VendorMappingRow), vendors: z.array(LedgerVendorView), isWhole: z.boolean() }),
  },
  /** `theirs` null: back to finding it by name or tax id. */
  'ledger.setVendor': {
    input: z.object({ ours: text(200).min(1), theirs: z.number().int().positive().nullable() }),
    output: nothing,
  },
  'ledger.createVendor': { input: z.object({ ours: text(200).min(1) }), output: LedgerVendorView },
  /** Deletes in the ledger the draft of a bill that was refused for its total. */
  'ledger.deleteDraft': { input: z.object({ documentId: DocumentId }), output: nothing },
  'ledger.basics': { input: nothing, output: LedgerBasics },
  /** The exact request that would be sent now; nothing is. Ids the ledger would give first are 0. */
  'ledger.dryRun': {
    input: z.object({ documentId: DocumentId }),
    output: z.object({ method: z.literal('POST'), path: z.string(), body: z.string(), missing: z.array(z.string()) }),
  },
  /** Bills there with our mark that no document here stands for, as of the last whole comparison; latest first. */
  'ledger.unknownBills': {
    input: z.object({ limit: z.number().int().min(1).max(500).default(50) }),
    output: z.object({ bills: z.array(UnknownBill), total: z.number().int() }),
  },
  /** `ledgerIds` null: all that nobody has answered. In the ledger nothing changes. */
  'ledger.answerUnknownBills': {
    input: z.object({ ledgerIds: z.array(text(40)).min(1).max(500).nullable(), answer: UnknownBillAnswer }),
    output: LedgerStatus,
  },
  'ledger.log': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      states: z.array(LedgerLogEntry.shape.state).max(LedgerLogEntry.shape.state.options.length).default([]),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ entries: z.array(LedgerLogEntry) }),
  },

  'paperless.status': { input: nothing, output: PaperlessStatus },
  /** Stores nothing unless address and token were accepted; the token is never given back. */
  'paperless.connect': { input: z.object({ url: z.url().max(500), token: text(400).min(1) }), output: PaperlessStatus },
  'paperless.disconnect': { input: nothing, output: PaperlessStatus },
  'paperless.choices': { input: nothing, output: PaperlessChoices },
  'paperless.setOptions': { input: z.object({ options: PaperlessOptions }), output: PaperlessStatus },
  'paperless.sync': { input: nothing, output: PaperlessStatus },
  'paperless.pause': { input: z.object({ paused: z.boolean() }), output: PaperlessStatus },
  /** What was said to the archive and answered, newest first; null: about every document. */
  'paperless.log': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ entries: z.array(ArchiveLogEntry) }),
  },
  'paperless.problems': { input: nothing, output: z.object({ problems: z.array(PaperlessProblem) }) },
  /** Tries everything again that failed or was refused. */
  'paperless.retry': { input: nothing, output: PaperlessStatus },
  'folder.list': { input: nothing, output: z.object({ folders: z.array(WatchedFolderView) }) },
  'folder.setAfterTaking': { input: z.object({ folderId: text(64), afterTaking: AfterTaking }), output: nothing },
  'folder.remove': { input: z.object({ folderId: text(64) }), output: nothing },
  'model.status': { input: nothing, output: OutsideModelStatus },
  /** The key is stored in the operating system's key store and never leaves the engine again. */
  'model.setKey': { input: z.object({ apiKey: text(400).min(1) }), output: OutsideModelStatus },
  'model.forgetKey': { input: nothing, output: OutsideModelStatus },
  /** Asks the model for one word; nothing of any document is sent. */
  'model.test': { input: nothing, output: z.object({ model: z.string(), cost: z.number().int() }) },
  /** What would be sent of a document, or of the newest one that the model would be asked about. */
  'model.preview': {
    input: z.object({ documentId: DocumentId.nullable().default(null), purpose: z.enum(['read', 'code']) }),
    output: ModelPreview,
  },
  /** Everything that left the machine, newest first. */
  'model.calls': {
    input: z.object({
      after: text(100).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    output: z.object({ calls: z.array(ModelCallView), next: z.string().nullable() }),
  },

  /** Versions, preferences, counts, health and the end of the log, without anything of documents; made ready for `save`. */
  'diagnostics.collect': { input: nothing, output: Diagnostics },
  /** How keys of other programs are kept. */
  'keys.status': { input: nothing, output: KeysStatus },
  /** What left this machine of every document or of one, to everybody or to one recipient; newest first. */
  'privacy.departures': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      recipient: Recipient.nullable().default(null),
      after: text(400).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ departures: z.array(Departure), next: z.string().nullable() }),
  },
  'privacy.recipients': { input: nothing, output: z.object({ recipients: z.array(RecipientTotal) }) },
  'network.status': { input: nothing, output: NetworkStatus },
  /** The air gap: from now on nothing connects to anybody and nobody is answered. What waits goes on waiting. */
  'network.close': { input: nothing, output: NetworkStatus },
  'network.open': { input: nothing, output: NetworkStatus },

  /** The steps documents of each kind go through, with every version of the company's own. */
  'template.list': { input: nothing, output: z.object({ templates: z.array(TemplateView) }) },
  /** Keeps a new version; documents that start from now on go by it. */
  'template.save': {
    input: z.object({ key: text(40), steps: z.array(StepChoice).max(20) }),
    output: z.object({ templates: z.array(TemplateView) }),
  },
  /** Goes back to a version, 0 for the shipped one. */
  'template.restore': {
    input: z.object({ key: text(40), version: z.number().int().min(0) }),
    output: z.object({ templates: z.array(TemplateView) }),
  },
  /** Each way of a document through its template, step by step. */
  'document.runs': { input: z.object({ documentId: DocumentId }), output: DocumentRuns },
  /** Has a document go through its template again from a step on; what a person decided stays. */
  'document.runAgain': { input: z.object({ documentId: DocumentId, step: Step }), output: nothing },

  'activity.list': {
    input: z.object({
      filter: ActivityFilter,
      after: text(400).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(ActivityRow), next: z.string().nullable() }),
  },
  'activity.actors': { input: nothing, output: z.object({ actors: z.array(z.string()) }) },
  /** A document as it was right after one row of the journal. */
  'document.at': { input: z.object({ documentId: DocumentId, sequence: z.number().int().min(1) }), output: PastState },
  /** Reads a document again with today's engine and says what would differ; changes nothing. */
  'document.replay': { input: z.object({ documentId: DocumentId }), output: Replay },
  'conservation.statement': { input: nothing, output: ConservationStatement },
  /** Made ready for `save`. */
  'conservation.export': { input: nothing, output: ReadyFile },
  'evidence.make': { input: EvidenceScope, output: ReadyFile },
  /** Whether the journal's chain is whole and its kept head in it; the first bad row otherwise. */
  'journal.verify': {
    input: nothing,
    output: z.object({
      rows: z.number().int(),
      isIntact: z.boolean(),
      brokenAt: z.number().int().nullable(),
      fault: JournalFault.nullable(),
      head: z.object({ sequence: z.number().int(), hash: z.string() }),
    }),
  },
  'analytics.overview': { input: z.object({ period: Period }), output: Overview },
  'analytics.issues': { input: z.object({ period: Period }), output: IssueFigures },
  'analytics.times': { input: z.object({ period: Period }), output: TimeFigures },
  'analytics.vendors': { input: z.object({ period: Period }), output: VendorFigures },
  /** Every figure of a period as CSV, made ready for `save`. */
  'analytics.export': { input: z.object({ period: Period }), output: ReadyFile },
  'telemetry.status': { input: nothing, output: TelemetryStatus },
  'metrics.status': { input: nothing, output: MetricsStatus },
  /** What a person's work on a document took, as the page counted it. Never leaves the device. */
  'effort.record': { input: Effort, output: nothing },
  'journal.list': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      after: text(400).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ entries: z.array(JournalEntryView), next: z.string().nullable() }),
  },
  'backup.status': { input: nothing, output: BackupStatus },
  'backup.make': { input: nothing, output: BackupView },
  /** Reads every byte of a backup and opens its books in a scratch folder. */
  'backup.check': { input: z.object({ name: BackupName }), output: BackupView },
  /** Backups lie beside the books again; another folder is chosen through the bridge's `chooseFolder`. */
  'backup.forgetFolder': { input: nothing, output: BackupStatus },
  /** While nobody can sit down at the books: of whom one must sign in before they are put back; nobody once that was done. */
  'backup.restorers': { input: z.object({ name: BackupName }), output: Restorers },
  'backup.signIn': {
    input: z.object({ name: BackupName, personId: PersonId, passphrase: TypedPassphrase }),
    output: z.object({}),
  },
  'backup.preview': { input: z.object({ name: BackupName }), output: RestorePreview },
  /** A person says that books older than what was confirmed are right; they are opened as they are. */
  'backup.acceptLoss': { input: nothing, output: BackupStatus },
  /** Puts the company's books back as a backup holds them; those that are there are set aside. */
  'backup.restore': { input: z.object({ name: BackupName }), output: RestoreResult },
  'store.verify': {
    input: nothing,
    output: z.object({
      conservation: ConservationView,
      stuckJobs: z.number().int(),
      journalRows: z.number().int(),
      journalIntact: z.boolean(),
      /** Number of the first row that is bad or missing, and what is wrong there. */
      journalBrokenAt: z.number().int().nullable().optional(),
      journalFault: JournalFault.nullable().optional(),
      journalHead: z.object({ sequence: z.number().int(), hash: z.string() }).optional(),
      originalsChecked: z.number().int(),
      originalsDamaged: z.array(z.object({ documentId: DocumentId, fileName: z.string() })),
      databaseIntact: z.boolean(),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

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

export type CallName = keyof typeof calls
export type EventName = keyof typeof events
/** What the caller sends (defaults may be left out). */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What the engine works with (defaults filled in). */
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>
export type EventData<N extends EventName> = z.output<(typeof events)[N]>

/** The engine's side. A missing or mistyped handler does not compile. */
export type Handlers = { [N in CallName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> }

/** What the preload shows the page as `window.quittance`: six functions, nothing else. */
export interface Bridge {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
  /** @returns its own undo */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
  /** Hands dropped or chosen files (folders too) to the engine; the preload asks Electron where they lie. */
  take(files: readonly File[]): Promise<Reply<{ accepted: number }>>
  /** Asks the person where to save a file the engine made ready; the page never learns where. */
  save(file: ReadyFile): Promise<Reply<{ isSaved: boolean }>>
  /** Shows a posted bill in the connected ledger, in the system's browser; null shows the ledger itself. */
  openInLedger(documentId: DocumentId | null): Promise<Reply<Record<string, never>>>
  /** Asks the person for a folder, to watch or with a language model; the page learns only whether one was chosen. */
  chooseFolder(purpose: FolderPurpose): Promise<Reply<{ isChosen: boolean }>>
  /** Sees and steers the app's own updates. */
  updates(wish: UpdateWish): Promise<Reply<UpdateView>>
}

/** Messages on the port between page and engine. `take` can only be sent by the preload. */
export type PortRequest =
  | { readonly id: number; readonly call: string; readonly input: unknown }
  | { readonly id: number; readonly take: readonly string[] }
export type PortMessage =
  { readonly id: number; readonly reply: Reply<unknown> } | { readonly event: EventName; readonly data: unknown }
