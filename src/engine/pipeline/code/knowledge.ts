import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openCatalogue } from './catalogue'
import { readConcepts } from './concepts'
import { readProductClasses } from './product-classes'
import { readTrades, type Trade } from './profile'
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
  readonly withProfile: ScoringModel
  readonly withoutProfile: ScoringModel
}

/**
 * Reads `resources/coding` and the product classes of `resources/charts`.
 *
 * @throws Error when a file is missing: a broken installation, not a user's mistake
 */
export function loadCodingKnowledge(resourcesFolder: string): CodingKnowledge {
  const coding = join(resourcesFolder, 'coding')
  return {
    concepts: readConcepts(readFileSync(join(coding, 'concepts.tsv'), 'utf8')),
    classes: readProductClasses(readFileSync(join(resourcesFolder, 'charts', 'sat.product-codes.tsv'), 'utf8')),
    catalogue: openCatalogue(
      unzipped(join(coding, 'product-codes.tsv.gz')),
      unzipped(join(coding, 'catalogue-words.tsv.gz')),
    ),
    trades: readTrades(readFileSync(join(coding, 'trades.tsv'), 'utf8')),
    models: JSON.parse(readFileSync(join(coding, 'weights.json'), 'utf8')) as CodingModels,
  }
}

function unzipped(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8')
}
