import { setImmediate } from 'node:timers/promises'
import type { Account } from './chart'
import { createCoder, type Coder } from './coder'
import type { PlacesFor } from './purposes'
import { loadCodingKnowledge, loadInSteps, type CodingKnowledge } from './knowledge'

// One copy for all companies: shipped data never changes while the program runs.
const loaded = new Map<string, CodingKnowledge>()

/**
 * The coder of a chart.
 *
 * @param places where the chart puts what a SAT account is for; null for the SAT chart itself
 */
export function chartCoder(
  resourcesFolder: string,
  byCode: ReadonlyMap<string, Account>,
  places: PlacesFor | null,
): () => Coder {
  let coder: Coder | undefined
  return () => {
    coder ??= createCoder(
      knowledgeOf(resourcesFolder),
      account => (places ? places(account).length > 0 : (byCode.get(account)?.isPostable ?? false)),
      account => byCode.get(account)?.isActive ?? false,
      places ?? undefined,
    )
    return coder
  }
}

/** What coding knows, read at once if nobody has yet. */
export function knowledgeOf(resourcesFolder: string): CodingKnowledge {
  const knowledge = loaded.get(resourcesFolder) ?? loadCodingKnowledge(resourcesFolder)
  loaded.set(resourcesFolder, knowledge)
  return knowledge
}

/** Reads what coding knows before it is needed, in slices of a few milliseconds. */
export async function warmKnowledge(resourcesFolder: string): Promise<void> {
  const steps = loadInSteps(resourcesFolder)
  for (;;) {
    await setImmediate()
    if (loaded.has(resourcesFolder)) return
    const step = steps.next()
    if (!step.done) continue
    loaded.set(resourcesFolder, step.value)
    return
  }
}
