import { join } from 'node:path'
import { loadStrippedTruth, loadVisualTruth } from '../reading-accuracy/load-truth'
import { benchOptions, keptPages } from '../reading-accuracy/read-file'
import { syntheticDocuments } from '../synthetic/documents'
import { syntheticStatements } from '../synthetic/statements'
import type { Truth } from '../reading-accuracy/truth'
import type { Example } from './choices'

/** Invented documents are many and easy: together they count as much as so many real ones. */
const inventedCount = 420
const inventedWeight = 0.2
/** Statements and reminders, which no real document that is learned from is. */
const inventedStatements = 56

/** Invented invoices; of every other one our own tax ID is known, as a company's settings have it. */
export function inventedExamples(): Example[] {
  const statements = syntheticStatements(1, inventedStatements)
  return [...syntheticDocuments(1, inventedCount), ...statements].map(({ pages, truth }, at) => {
    const own = truth.fields['buyer.tax_id']?.[0]
    const options = own != null && at % 2 === 0 ? { ...benchOptions, ownTaxIds: [own] } : benchOptions
    return { pages, truth, options, weight: inventedWeight }
  })
}

/**
 * The payable documents of the corpora beside the repository.
 * @param words  folder where the words of pages are kept: the first run does PDF and OCR work
 */
export async function developmentExamples(
  corpus: string,
  words: string,
  isWanted: (truth: Truth) => boolean = () => true,
): Promise<Example[]> {
  const truths = [...loadStrippedTruth(join(corpus, 'einvoice')), ...loadVisualTruth(join(corpus, 'visual'))]
  // Idle readers let a process end; here the next document is on its way.
  const awake = setInterval(() => undefined, 60_000)
  const examples: Example[] = []
  for (const truth of truths.filter(truth => truth.isPayable && isWanted(truth))) {
    const pages = await keptPages(truth.path, words)
    if (pages !== null) examples.push({ pages, truth, options: benchOptions, weight: 1 })
  }
  clearInterval(awake)
  return examples
}
