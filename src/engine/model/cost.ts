import Big from 'big.js'
import type { Price, PricedModel } from './prices'
import type { Question } from './question'

/** Tokens of one answered question. */
export interface Usage {
  /** Neither read from nor written to the vendor's cache. */
  readonly input: number
  readonly output: number
  readonly cacheRead: number
  readonly cacheWrite: number
}

export const noUsage: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 }

/** Keeping a prefix for five minutes costs a quarter more than sending it. */
const cacheWriteFactor = '1.25'
/** A batch may take a day and costs half. */
const batchFactor = '0.5'
/** Fewer than any tokenizer finds in Spanish or German business text, so that the estimate lies above. */
const charactersPerToken = 2.5
/** A picture costs a token per 28 by 28 pixels. */
const patch = 28

/** @returns millionths of a US dollar, rounded up */
export function costOf(usage: Usage, model: PricedModel, { inBatch = false } = {}): number {
  const price = priceFor(usage.input + usage.cacheRead + usage.cacheWrite, model)
  const whole = new Big(price.input)
    .times(usage.input)
    .plus(new Big(price.input).times(cacheWriteFactor).times(usage.cacheWrite))
    .plus(new Big(price.cacheRead).times(usage.cacheRead))
    .plus(new Big(price.output).times(usage.output))
  return whole
    .times(inBatch ? batchFactor : 1)
    .round(0, Big.roundUp)
    .toNumber()
}

/** The most a question can cost: nothing cached yet, the whole room for the answer used. */
export function mostItCosts(question: Question, model: PricedModel, maxTokens: number): number {
  const schemaTokens = 600
  const characters = question.instructions.length + question.text.length
  const pictures = question.pictures.reduce(
    (sum, { width, height }) => sum + Math.ceil(width / patch) * Math.ceil(height / patch),
    0,
  )
  const prompt = Math.ceil(characters / charactersPerToken) + pictures + schemaTokens
  return costOf({ input: 0, cacheRead: 0, cacheWrite: prompt, output: maxTokens }, model)
}

function priceFor(promptTokens: number, { prices }: PricedModel): Price {
  const fits = prices.find(({ upToPromptTokens }) => upToPromptTokens === null || promptTokens <= upToPromptTokens)
  const [last = fits] = prices.slice(-1)
  const price = fits ?? last
  if (!price) throw new Error('a model without a price')
  return price
}
