import { z } from 'zod'
import type { CallOutcome } from '../../shared/outside-model'
import { noUsage, type Usage } from './cost'

const count = z.number().int().min(0).nullish()
const Message = z.object({
  type: z.literal('message'),
  model: z.string(),
  stop_reason: z.string().nullable(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  usage: z.looseObject({
    input_tokens: count,
    output_tokens: count,
    cache_creation_input_tokens: count,
    cache_read_input_tokens: count,
  }),
})

/** What came back for a question: paid for whatever it says. */
export interface Heard {
  readonly outcome: Extract<CallOutcome, 'answered' | 'declined' | 'cut' | 'unusable'>
  /** The answer in the form asked for; null unless `answered`. */
  readonly answer: unknown
  readonly answeredBy: string | null
  readonly usage: Usage
}

/**
 * Reads an answer without believing it: how it ended first, then its text by block type, then its form.
 *
 * @param message whatever the SDK returned; behind a proxy's login page that may be a string
 */
export function hear(message: unknown, schema: z.ZodType): Heard {
  const parsed = Message.safeParse(message)
  if (!parsed.success) return { outcome: 'unusable', answer: null, answeredBy: null, usage: noUsage }
  const { model: answeredBy, stop_reason: end, content, usage } = parsed.data
  const receipt = { answeredBy: answeredBy.slice(0, 100), usage: usageOf(usage) }
  const failed = (outcome: Heard['outcome']): Heard => ({ outcome, answer: null, ...receipt })
  if (end === 'refusal') return failed('declined')
  if (end === 'max_tokens') return failed('cut')
  if (end !== 'end_turn') return failed('unusable')
  const text = content.flatMap(block => (block.type === 'text' ? [block.text ?? ''] : [])).join('')
  const answer = schema.safeParse(jsonOf(text))
  return answer.success ? { outcome: 'answered', answer: answer.data, ...receipt } : failed('unusable')
}

function usageOf(usage: z.infer<typeof Message>['usage']): Usage {
  return {
    input: usage.input_tokens ?? 0,
    output: usage.output_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
  }
}

/** @returns `undefined`, which no form accepts, for text that is not JSON */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
