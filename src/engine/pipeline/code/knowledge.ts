import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openCatalogue } from './catalogue'
import type { Acquaintance } from './company-facts'
import { readConcepts } from './concepts'
import { readProductClasses } from './product-classes'
import { readTrades, type Trade } from './profile'
import type { UsualShares } from './purchase-tally'
import type { Knowledge } from './readings'
import type { ScoringModel } from './scorer'

/** Everything coding knows before it sees a line: shipped data, read once, a few megabytes. */
export interface CodingKnowledge extends Knowledge {
  readonly trades: readonly Trade[]
  readonly models: CodingModels
}

export interface CodingModels {
  /** Grows with every training; stored with each coding. */
  readonly version: string
  /** SHA-256 of the labelled lines the weights were learned from. */
  readonly trainedOn: string
  readonly usual: UsualShares
  readonly by: Readonly<Record<Acquaintance, ScoringModel>>
}

/**
 * Reads `resources/coding` and the product classes of `resources/charts`.
 *
 * @throws Error when a file is missing: a broken installation, not a user's mistake
 */
export function loadCodingKnowledge(resourcesFolder: string): CodingKnowledge {
  const steps = loadInSteps(resourcesFolder)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in short steps, so that whoever drives them can serve others in between. */
export function* loadInSteps(resourcesFolder: string): Generator<undefined, CodingKnowledge> {
  const coding = join(resourcesFolder, 'coding')
  const concepts = readConcepts(readFileSync(join(coding, 'concepts.tsv'), 'utf8'))
  yield
  const classes = readProductClasses(readFileSync(join(resourcesFolder, 'charts', 'sat.product-codes.tsv'), 'utf8'))
  const trades = readTrades(readFileSync(join(coding, 'trades.tsv'), 'utf8'))
  const models = JSON.parse(readFileSync(join(coding, 'weights.json'), 'utf8')) as CodingModels
  yield
  const names = unzipped(join(coding, 'product-codes.tsv.gz'))
  yield
  const words = unzipped(join(coding, 'catalogue-words.tsv.gz'))
  yield
  return { concepts, classes, trades, models, catalogue: openCatalogue(names, words) }
}

function unzipped(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8')
}
