import { makeProductCodeIndex, type ProductCodeIndex } from '../../store/product-code-index'
import type { Knowledge } from './readings'
import { meaningfulWords } from './fold'
import { classOfCode } from './product-classes'
import { closeEnough } from './spelling'
import { stems } from './stems'

export interface ProductCodeFound {
  readonly code: string
  /** Official Spanish name. */
  readonly name: string
  /** SAT account of such a thing when it is used up; null when its class says nothing. */
  readonly account: string | null
}

const indexes = new WeakMap<Knowledge['catalogue'], Promise<ProductCodeIndex>>()

/** The index of a catalogue, made once. */
function indexOf({ catalogue }: Knowledge): Promise<ProductCodeIndex> {
  const index = indexes.get(catalogue) ?? makeProductCodeIndex(catalogue.rows())
  indexes.set(catalogue, index)
  return index
}

/** More words are no longer a search for a product. */
const wordsSought = 6
/** Words of the catalogue tried for a misspelt one. */
const spellingsLooked = 60
const spellingsTried = 6

/**
 * Finds products and services by the beginning of their code or by words of their name, accents, number and slips of
 * the keyboard forgiven. Best first.
 */
export async function searchProductCodes(
  knowledge: Knowledge,
  query: string,
  limit: number,
): Promise<ProductCodeFound[]> {
  const typed = query.trim()
  // The field is empty: the index can be made while the first letter is typed.
  if (typed === '') void indexOf(knowledge)
  if (typed === '') return []
  if (/^\d{1,8}$/.test(typed)) return knowledge.catalogue.codesUnder(typed, limit).map(code => found(code, knowledge))
  const index = await indexOf(knowledge)
  const words = stems(typed).slice(0, wordsSought)
  const exact = index.find(words.map(asTyped), looked)
  const spelled = exact.length > 0 ? [] : spelledRight(typed, index)
  const every = exact.length > 0 ? exact : index.find(spelled, looked)
  // Nothing has all of the words: what has any of them.
  const codes = every.length > 0 ? every : index.find([spelled.flat()], looked)
  const sought = exact.length > 0 ? words : spelled.flat()
  return codes
    .map(code => found(code, knowledge))
    .toSorted((one, other) => headOf(one, sought) - headOf(other, sought))
    .slice(0, limit)
}

/** More than are shown: what stands at the head of a name is what the thing is. */
const looked = 300

function asTyped(word: string): readonly string[] {
  return [word]
}

/** 0 where the name begins with a sought word, 1 elsewhere. */
function headOf({ name }: ProductCodeFound, sought: readonly string[]): number {
  const first = meaningfulWords(name)[0] ?? ''
  return sought.some(word => first.startsWith(word)) ? 0 : 1
}

/** For each typed word what it may mean: itself where the catalogue has it, else the words like it. */
function spelledRight(typed: string, index: ProductCodeIndex): string[][] {
  return meaningfulWords(typed)
    .slice(0, wordsSought)
    .map(word => {
      const [stem = word] = stems(word)
      if (index.find([[stem]], 1).length > 0) return [stem]
      const like = index.wordsLike(word, spellingsLooked).filter(known => closeEnough(word, known))
      return like.length > 0 ? like.slice(0, spellingsTried) : [stem]
    })
}

function found(code: string, { catalogue, classes }: Knowledge): ProductCodeFound {
  return { code, name: catalogue.nameOf(code) ?? '', account: classOfCode(classes, code)?.expense ?? null }
}
