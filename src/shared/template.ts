import { z } from 'zod'
import { DocumentKind, Step } from './document'
import { DocumentId } from './ids'
import { ErrorCode } from './result'

/**
 * What happens when the last attempt at a step failed. `stop`: the steps after it do not run, the document waits for a
 * person with what was found so far. `continue`: the failure becomes an issue and the next step runs. `set_aside`: the
 * document leaves the road.
 */
export const OnFailure = z.enum(['stop', 'continue', 'set_aside'])
export type OnFailure = z.infer<typeof OnFailure>

const Name = z.object({ en: z.string().min(1).max(60), es: z.string().min(1).max(60) })

/** What a person may change of a step. */
export const StepChoice = z.object({
  key: Step,
  isOn: z.boolean(),
  onFailure: OnFailure,
  /** Longest time one attempt may take. */
  limitSeconds: z.number().int().min(1).max(3600),
  /** Times the step is started before it counts as failed. */
  attempts: z.number().int().min(1).max(5),
})
export type StepChoice = z.infer<typeof StepChoice>

export const TemplateStep = StepChoice.extend({
  name: Name,
  /**
   * Steps of one group may run together: what takes long of them side by side where none waits for another, their results in
   * the template's order and, as long as they are quick, in one commit.
   */
  group: z.string().min(1).max(40),
  /** Steps whose results this one works with. */
  dependsOn: z.array(Step),
})
export type TemplateStep = z.infer<typeof TemplateStep>

/** The steps that documents of some kinds go through. */
export const Template = z.object({
  key: z.string().regex(/^[a-z-]{1,40}$/),
  name: Name,
  kinds: z.array(DocumentKind).min(1),
  steps: z.array(TemplateStep).min(1).max(20),
})
export type Template = z.infer<typeof Template>

/** Version 0 is the one shipped; the company's own count from 1. */
export const TemplateView = Template.extend({
  version: z.number().int().min(0),
  versions: z.array(z.object({ version: z.number().int(), at: z.number(), actor: z.string() })),
})
export type TemplateView = z.infer<typeof TemplateView>

/** Why a step had nothing to do. */
export const SkipReason = z.enum(['outside_model_off', 'nothing_to_ask', 'already_decided'])
export type SkipReason = z.infer<typeof SkipReason>

export const StepResult = z.enum(['done', 'skipped', 'failed', 'interrupted'])
export type StepResult = z.infer<typeof StepResult>

/** One attempt at a step. */
export const StepAttempt = z.object({
  result: StepResult,
  /** Why it was skipped, or the error it failed with. */
  reason: z.union([SkipReason, ErrorCode]).nullable(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  endedAt: z.number(),
})
export type StepAttempt = z.infer<typeof StepAttempt>

/** `off`: switched off in the template. `not_run`: the run began after it, or ended before it. */
export const StepState = z.enum(['off', 'not_run', 'waiting', 'running', 'done', 'skipped', 'failed'])
export type StepState = z.infer<typeof StepState>

export const RunStep = TemplateStep.pick({ key: true, name: true, group: true, dependsOn: true }).extend({
  state: StepState,
  attempts: z.array(StepAttempt),
  /** Since when the attempt now going on runs. */
  runningSince: z.number().nullable(),
})
export type RunStep = z.infer<typeof RunStep>

/** One way of a document through its template. */
export const RunView = z.object({
  run: z.number().int(),
  template: z.object({ name: Name, version: z.number().int() }),
  startedAt: z.number(),
  steps: z.array(RunStep),
})
export type RunView = z.infer<typeof RunView>

export const DocumentRuns = z.object({
  documentId: DocumentId,
  /** Newest first. */
  runs: z.array(RunView),
  /** Steps a person may have the document go through again from. */
  mayRunFrom: z.array(Step),
})
export type DocumentRuns = z.infer<typeof DocumentRuns>
