import { setImmediate } from 'node:timers/promises'
import type { Account } from './chart'
import { createCoder, type Coder } from './coder'
import { loadCodingKnowledge, loadInSteps, type CodingKnowledge } from './knowledge'

// One copy for all companies: shipped data never changes while the program runs.
const loaded = new Map<string, CodingKnowledge>()

/** The coder of the SAT chart; what it knows is read when the first line asks, unless it was warmed before. */
export function satCoder(resourcesFolder: string, byCode: ReadonlyMap<string, Account>): () => Coder {
  let coder: Coder | undefined
  return () => {
    coder ??= createCoder(
      knowledgeOf(resourcesFolder),
      account => byCode.get(account)?.isPostable ?? false,
      account => byCode.has(account),
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
