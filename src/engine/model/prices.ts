import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Price = z.object({
  /** Prompts longer than this have the next price. */
  upToPromptTokens: z.number().int().nullable(),
  /** US dollars per million tokens, which is millionths of a dollar per token. */
  input: z.string(),
  output: z.string(),
  cacheRead: z.string(),
})
export type Price = z.infer<typeof Price>

const PricedModel = z.object({
  id: z.string(),
  name: z.string(),
  effort: z.enum(['low', 'medium', 'high']),
  prices: z.array(Price).min(1),
})
/** A model whose price is known. One without is never asked: nobody could say what it costs. */
export type PricedModel = z.infer<typeof PricedModel>

const PriceList = z.object({ models: z.array(PricedModel).min(1) })

/** The models shipped in `resources/outside-model/models.json`, cheapest first. */
export function loadModels(resourcesFolder: string): readonly PricedModel[] {
  const text = readFileSync(join(resourcesFolder, 'outside-model', 'models.json'), 'utf8')
  return PriceList.parse(JSON.parse(text)).models
}
