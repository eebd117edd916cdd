import type { z } from 'zod'
import { accountCalls } from './contract/accounts'
import { activityCalls } from './contract/activity'
import { analyticsCalls } from './contract/analytics'
import { automationCalls } from './contract/automation'
import { backupCalls } from './contract/backups'
import { billCalls } from './contract/bills'
import { chartCalls } from './contract/charts'
import { codingCalls } from './contract/coding'
import { companyCalls } from './contract/companies'
import { decisionCalls } from './contract/decisions'
import { diagnosticsCalls } from './contract/diagnostics'
import { documentCalls } from './contract/documents'
import { invoiceCalls } from './contract/invoices'
import { issueCalls } from './contract/issues'
import { jobCalls } from './contract/jobs'
import { journalCalls } from './contract/journal'
import { keyCalls } from './contract/keys'
import { ledgerCalls } from './contract/ledger'
import { lockCalls } from './contract/lock'
import { modelCalls } from './contract/model'
import { networkCalls } from './contract/network'
import { newerBooksCalls } from './contract/newer-books'
import { paperlessCalls } from './contract/paperless'
import { peopleCalls } from './contract/people'
import { privacyCalls } from './contract/privacy'
import { settingsCalls } from './contract/settings'
import { storeCalls } from './contract/store'
import { templateCalls } from './contract/templates'
import { vaultCalls } from './contract/vault'
import { vendorCalls } from './contract/vendors'
import { viewCalls } from './contract/views'
import { events } from './contract/events'
import type { ReadyFile } from './activity'
import type { DocumentId } from './ids'
import type { FolderPurpose } from './meaning'
import type { Reply } from './result'
import type { UpdateView, UpdateWish } from './update'

export { events }

/** Every question the window may ask the engine, one file per noun. Inputs are parsed on the engine's side. */
export const calls = {
  ...accountCalls,
  ...activityCalls,
  ...analyticsCalls,
  ...automationCalls,
  ...backupCalls,
  ...billCalls,
  ...chartCalls,
  ...codingCalls,
  ...companyCalls,
  ...decisionCalls,
  ...diagnosticsCalls,
  ...documentCalls,
  ...invoiceCalls,
  ...issueCalls,
  ...jobCalls,
  ...journalCalls,
  ...keyCalls,
  ...ledgerCalls,
  ...lockCalls,
  ...modelCalls,
  ...networkCalls,
  ...newerBooksCalls,
  ...paperlessCalls,
  ...peopleCalls,
  ...privacyCalls,
  ...settingsCalls,
  ...storeCalls,
  ...templateCalls,
  ...vaultCalls,
  ...vendorCalls,
  ...viewCalls,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

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

/** The engine's side of one noun's calls. */
export type HandlersOf<Calls> = Pick<Handlers, keyof Calls & CallName>

/** What the preload shows the page as `window.quittance`: seven functions, nothing else. */
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
