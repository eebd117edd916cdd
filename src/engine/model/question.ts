import type Anthropic from '@anthropic-ai/sdk'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SentKind } from '../../shared/outside-model'
import type { PricedModel } from './prices'

/** Output, the model's own thinking included; short JSON needs a fraction of it. */
export const answerTokens = 4_000

/** A page as the model sees it. */
export interface Picture {
  readonly page: number
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Something to be asked, complete: what is sent is this and nothing else. */
export interface Question {
  readonly sent: SentKind
  readonly pages: readonly number[]
  /** The same for every document of a company, so that the vendor can keep it (prompt caching). */
  readonly instructions: string
  /** JSON: document text inside it is data and cannot close it. */
  readonly text: string
  readonly pictures: readonly Picture[]
  readonly schema: z.ZodType
  /** What the answer is checked against, kept with the call. */
  readonly expected: unknown
}

/** The request body of a question. */
export function toRequest(
  { instructions, text, pictures, schema }: Question,
  model: PricedModel,
  maxTokens = answerTokens,
): Anthropic.MessageCreateParamsNonStreaming {
  return {
    model: model.id,
    max_tokens: maxTokens,
    system: [{ type: 'text', text: instructions, cache_control: { type: 'ephemeral' } }],
    messages: [
      {
        role: 'user',
        content: [
          ...pictures.map(({ mediaType, bytes }): Anthropic.ImageBlockParam => {
            const data = Buffer.from(bytes).toString('base64')
            return { type: 'image', source: { type: 'base64', media_type: mediaType, data } }
          }),
          { type: 'text', text },
        ],
      },
    ],
    output_config: { effort: model.effort, format: { type: 'json_schema', schema: jsonSchemaOf(schema) } },
  }
}

/** The same question to the same model has the same key, whenever it is asked. */
export function questionKey(request: Anthropic.MessageCreateParamsNonStreaming): string {
  const { max_tokens: _room, ...asked } = request
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema) as Record<string, unknown>
  return plain
}
