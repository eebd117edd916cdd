import type { Concept, ConceptIndex } from './concepts'

/** What words mean, as directions of unit length; from a model the company supplied, see `engine/meaning`. */
export interface MeaningModel {
  /** @returns undefined for a text of which the model knows no word */
  directionOf(text: string): Float32Array | undefined
}

/** Something companies buy that a text comes close to without saying one of its words. */
export interface MeaningMatch {
  readonly concept: Concept
  /** 0 to 1: how far the nearest phrase is beyond what any two texts have in common. */
  readonly strength: number
  /** The phrase of the vocabulary that is nearest. */
  readonly phrase: string
}

// Static embeddings put most pairs of short texts below this cosine; above it they mostly speak of one thing.
const nearFrom = 0.55
const offered = 3

/** The nearest things of the vocabulary, nearest first. A plain loop: three thousand phrases take under a millisecond. */
export function matchMeaning(model: MeaningModel, vocabulary: ConceptIndex, text: string): MeaningMatch[] {
  const direction = text === '' ? undefined : model.directionOf(text)
  if (!direction) return []
  const nearest = new Map<string, MeaningMatch>()
  for (const { concept, phrase, direction: other } of directionsOf(model, vocabulary)) {
    const strength = (cosine(direction, other) - nearFrom) / (1 - nearFrom)
    if (strength > 0 && strength > (nearest.get(concept.key)?.strength ?? 0))
      nearest.set(concept.key, { concept, strength: Math.min(1, strength), phrase })
  }
  return [...nearest.values()].sort((a, b) => b.strength - a.strength).slice(0, offered)
}

interface PhraseDirection {
  readonly concept: Concept
  readonly phrase: string
  readonly direction: Float32Array
}

// Made at the first line after a model was chosen, and forgotten with it.
const directions = new WeakMap<MeaningModel, readonly PhraseDirection[]>()

function directionsOf(model: MeaningModel, { phrasesByStem }: ConceptIndex): readonly PhraseDirection[] {
  const known = directions.get(model)
  if (known) return known
  const made = [...phrasesByStem.values()].flat().flatMap(({ concept, text: phrase }): PhraseDirection[] => {
    const direction = model.directionOf(phrase)
    return direction ? [{ concept, phrase, direction }] : []
  })
  directions.set(model, made)
  return made
}

/** Of two directions of unit length. */
function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
