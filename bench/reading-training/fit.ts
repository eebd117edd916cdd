import type { Features } from '../../src/engine/pipeline/read/page/features'

/** One decision as numbers: rows of features, and which of them are right. */
interface Row {
  readonly at: Int32Array
  readonly amount: Float64Array
  readonly isRight: boolean
}

export interface WeighedChoice {
  readonly weight: number
  readonly options: readonly { readonly features: Features; readonly isRight: boolean }[]
}

const steps = 400
const pace = 0.15

/**
 * Weights under which the right options of each choice get most of the share: conditional logit, held by a ridge, by Adam over
 * all choices at once. No chance is involved: the same choices give the same weights.
 * @param ridge   pull of each weight towards its centre, in choices
 * @param centre  where a weight stays that nothing speaks for; 0 where it is not named
 */
export function fitChoices(choices: readonly WeighedChoice[], ridge: number, centre: Features = {}): Features {
  const index = new Map<string, number>()
  const of = (name: string) => {
    const known = index.get(name) ?? index.size
    index.set(name, known)
    return known
  }
  const rows = choices.map(({ weight, options }) => ({
    weight,
    options: options.map(({ features, isRight }): Row => {
      const names = Object.keys(features)
      return {
        at: Int32Array.from(names, of),
        amount: Float64Array.from(names, name => features[name] ?? 0),
        isRight,
      }
    }),
  }))
  for (const name of Object.keys(centre)) of(name)
  const start = new Float64Array(index.size)
  for (const [name, at] of index) start[at] = centre[name] ?? 0
  const weights = start.slice()
  descend(weights, gradient => {
    for (let at = 0; at < weights.length; at += 1) gradient[at] = ridge * ((weights[at] ?? 0) - (start[at] ?? 0))
    for (const { weight, options } of rows) addGradient(gradient, weights, options, weight)
  })
  return Object.fromEntries(
    [...index].map(([name, at]) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]).toSorted(byName),
  )
}

function byName([one]: (string | number)[], [other]: (string | number)[]): number {
  return String(one).localeCompare(String(other), 'en')
}

function addGradient(gradient: Float64Array, weights: Float64Array, options: readonly Row[], weight: number): void {
  const scores = options.map(({ at, amount }) => {
    let sum = 0
    for (let i = 0; i < at.length; i += 1) sum += (weights[at[i] ?? 0] ?? 0) * (amount[i] ?? 0)
    return sum
  })
  const highest = Math.max(...scores)
  const shares = scores.map(score => Math.exp(score - highest))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const right = shares.reduce((sum, share, at) => sum + (options[at]?.isRight ? share : 0), 0)
  if (right === 0) return
  for (const [option, { at, amount, isRight }] of options.entries()) {
    const share = shares[option] ?? 0
    const pull = weight * (share / all - (isRight ? share / right : 0))
    if (Math.abs(pull) < 1e-9) continue
    for (let i = 0; i < at.length; i += 1) {
      const feature = at[i] ?? 0
      gradient[feature] = (gradient[feature] ?? 0) + pull * (amount[i] ?? 0)
    }
  }
}

/** Adam with a pace that slows down. */
function descend(weights: Float64Array, gradientInto: (gradient: Float64Array) => void): void {
  const gradient = new Float64Array(weights.length)
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  for (let step = 1; step <= steps; step += 1) {
    gradientInto(gradient)
    const now = pace * (1 - step / (steps + 1))
    for (let at = 0; at < weights.length; at += 1) {
      const slope = gradient[at] ?? 0
      const first = 0.9 * (mean[at] ?? 0) + 0.1 * slope
      const second = 0.99 * (square[at] ?? 0) + 0.01 * slope * slope
      mean[at] = first
      square[at] = second
      const [fair, fairSquare] = [first / (1 - 0.9 ** step), second / (1 - 0.99 ** step)]
      weights[at] = (weights[at] ?? 0) - (now * fair) / (Math.sqrt(fairSquare) + 1e-8)
    }
  }
}
