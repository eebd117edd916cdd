import { z } from 'zod'
import { DocumentId } from '../ids'
import {
  LedgerAccountView,
  LedgerBasics,
  LedgerLogEntry,
  LedgerStatus,
  LedgerVendorView,
  MappingRow,
  VendorMappingRow,
} from '../ledger'
import { UnknownBill, UnknownBillAnswer, UnknownBillNames } from '../unknown-bill'
import { nothing, rowLimit, text } from './parts'

/** The connection to BigCapital: bills, accounts, vendors and what was said. */
export const ledgerCalls = {
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
  /** Bills and credits there with our mark that no document here stands for, as of the last whole comparison; latest first. */
  'ledger.unknownBills': {
    input: z.object({ limit: rowLimit(50) }),
    /** `credits`: how many of the total are vendor credits. */
    output: z.object({ bills: z.array(UnknownBill), total: z.number().int(), credits: z.number().int() }),
  },
  /** In the ledger nothing changes. */
  'ledger.answerUnknownBills': {
    input: z.object({ bills: UnknownBillNames, answer: UnknownBillAnswer }),
    output: LedgerStatus,
  },
  'ledger.log': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      states: z.array(LedgerLogEntry.shape.state).max(LedgerLogEntry.shape.state.options.length).default([]),
      limit: rowLimit(100),
    }),
    output: z.object({ entries: z.array(LedgerLogEntry) }),
  },
}
