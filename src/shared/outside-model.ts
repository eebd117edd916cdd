import { z } from 'zod'
import { DocumentId } from './ids'
import { ErrorData } from './result'

/** Preferences about the outside model: off until somebody switches it on, in every company's books by itself. */
export const OutsideModelSettings = z.object({
  isOn: z.boolean(),
  /** May see pages whose values are missing or uncertain. */
  readsPages: z.boolean(),
  /** May see lines whose account is uncertain. */
  codesLines: z.boolean(),
  /** The vendor's name of the model. */
  model: z.string().min(1).max(100),
  /** Most that may be spent in a calendar month, in whole US dollars. */
  monthlyBudget: z.number().int().min(0).max(10_000),
})
export type OutsideModelSettings = z.infer<typeof OutsideModelSettings>

export const defaultOutsideModel: OutsideModelSettings = {
  isOn: false,
  readsPages: true,
  codesLines: true,
  model: 'claude-haiku-5-5',
  monthlyBudget: 5,
}

export const ModelPurpose = z.enum(['read', 'code', 'test'])
export type ModelPurpose = z.infer<typeof ModelPurpose>

/** What kind of content left the machine. */
export const SentKind = z.enum(['words', 'page_image', 'lines', 'nothing'])
export type SentKind = z.infer<typeof SentKind>

/**
 * sent: on its way, or waiting for its batch. declined: the model refused. cut: the answer ended too early. unusable:
 * the answer was not what was asked for. failed: no answer. lost: the app ended before the answer came.
 */
export const CallOutcome = z.enum(['sent', 'answered', 'declined', 'cut', 'unusable', 'failed', 'lost'])
export type CallOutcome = z.infer<typeof CallOutcome>

/** One thing that left the machine. */
export const ModelCallView = z.object({
  id: z.string(),
  at: z.number(),
  document: z.object({ documentId: DocumentId, intakeNumber: z.number().int(), fileName: z.string() }).nullable(),
  purpose: ModelPurpose,
  model: z.string(),
  sent: SentKind,
  /** Pages shown to the model; empty for lines. */
  pages: z.array(z.number().int()),
  outcome: CallOutcome,
  error: ErrorData.nullable(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** Of the input, what the vendor had kept from an earlier call. */
  cachedTokens: z.number().int(),
  /** Millionths of a US dollar; an estimate until the answer is there. */
  cost: z.number().int(),
})
export type ModelCallView = z.infer<typeof ModelCallView>

/** The mark a document carries once something of it has left the machine. */
export const ModelMark = ModelCallView.pick({
  at: true,
  model: true,
  purpose: true,
  sent: true,
  pages: true,
  outcome: true,
})
export type ModelMark = z.infer<typeof ModelMark>

export const OutsideModelStatus = z.object({
  hasKey: z.boolean(),
  /** Where requests would go. */
  address: z.string(),
  /** This calendar month, in millionths of a US dollar, calls on their way included. */
  spent: z.number().int(),
  callsThisMonth: z.number().int(),
  /** Documents waiting to be asked about. */
  waiting: z.number().int(),
  /** Until when nothing is tried; null when nothing holds it back. */
  pausedUntil: z.number().nullable(),
  lastError: ErrorData.nullable(),
  /** Models with a known price, US dollars per million tokens. */
  models: z.array(z.object({ id: z.string(), name: z.string(), input: z.number(), output: z.number() })),
})
export type OutsideModelStatus = z.infer<typeof OutsideModelStatus>

/** Exactly what a question would say, before anything is sent. */
export const ModelPreview = z.object({
  purpose: ModelPurpose,
  document: z.object({ documentId: DocumentId, intakeNumber: z.number().int(), fileName: z.string() }),
  sent: SentKind,
  /** Instructions, the same for every document. */
  instructions: z.string(),
  /** What is said about this document. */
  text: z.string(),
  /** Pages added as pictures. */
  pictures: z.array(z.number().int()),
  /** Millionths of a US dollar at most. */
  cost: z.number().int(),
})
export type ModelPreview = z.infer<typeof ModelPreview>
