import type { CatalogueRow } from '../../store/product-code-index'
import { isMeasure } from './measure-words'
import { wordsByStem } from './stems'

/** The tax authority's catalogue of products and services: names by code, and which classes a word speaks for. */
export interface Catalogue {
  /** Official Spanish name of a product code. */
  nameOf(code: string): string | undefined
  /** Codes that begin with these digits, in order. */
  codesUnder(prefix: string, limit: number): string[]
  /** Every product and service, in order of code. */
  rows(): Iterable<CatalogueRow>
  /** Prefixes of product classes that the words of a text point to, with their shares, likeliest first. */
  classesOf(text: string): readonly ClassShare[]
}

export interface ClassShare {
  readonly prefix: string
  readonly share: number
  /** Words of the text that point there. */
  readonly words: readonly string[]
}

/**
 * @param names `code TAB name TAB similar words` per line, ordered by code; searched in place, never split
 * @param words `stem TAB prefix:share prefix:share …` per line, made by `npm run bench -- train-coding`
 */
export function openCatalogue(names: string, words: string): Catalogue {
  const rowOfWord = indexRows(words)
  const classesOfWord = new Map<string, readonly (readonly [string, number])[]>()
  const lookUp = (word: string) => {
    const known = classesOfWord.get(word)
    if (known) return known
    const start = rowOfWord.get(word)
    const row = start === undefined ? '' : words.slice(start, words.indexOf('\n', start))
    const parsed = row
      .split(' ')
      .filter(pair => pair !== '')
      .map((pair): [string, number] => {
        const colon = pair.indexOf(':')
        return [pair.slice(0, colon), Number(pair.slice(colon + 1))]
      })
    if (classesOfWord.size < 5_000) classesOfWord.set(word, parsed)
    return parsed
  }
  return {
    nameOf(code) {
      if (!/^\d{8}$/.test(code)) return undefined
      const start = firstRowFrom(names, code)
      if (!names.startsWith(`${code}\t`, start)) return undefined
      const from = start + code.length + 1
      const end = names.indexOf('\n', from)
      return names.slice(from, end === -1 ? undefined : end).split('\t')[0]
    },
    codesUnder(prefix, limit) {
      const codes: string[] = []
      let at = firstRowFrom(names, prefix)
      while (codes.length < limit && names.startsWith(prefix, at)) {
        codes.push(names.slice(at, at + 8))
        const end = names.indexOf('\n', at)
        if (end === -1) break
        at = end + 1
      }
      return codes
    },
    *rows() {
      let at = names.indexOf('\n')
      while (at !== -1 && at + 1 < names.length) {
        const end = names.indexOf('\n', at + 1)
        const [code = '', name = '', similar = ''] = names.slice(at + 1, end === -1 ? undefined : end).split('\t')
        yield { code, name, similar }
        at = end
      }
    },
    classesOf(text) {
      const telling = [...wordsByStem(text)].filter(([stem]) => !isMeasure(stem))
      return shareOut(telling.slice(0, 12), lookUp)
    },
  }
}

/** Where the first row begins whose code is not before `code`; rows stand in order of code, after a heading. */
function firstRowFrom(names: string, code: string): number {
  let [from, to] = [names.indexOf('\n') + 1, names.length]
  while (from < to) {
    const middle = Math.max(from, names.lastIndexOf('\n', Math.floor((from + to) / 2) - 1) + 1)
    const end = names.indexOf('\n', middle)
    if (names.slice(middle, middle + code.length) < code) from = end === -1 ? to : end + 1
    else to = middle
  }
  return from
}

/** Where the classes of each word begin in the text: numbers are smaller than strings. */
function indexRows(words: string): Map<string, number> {
  const rows = new Map<string, number>()
  let start = 0
  while (start < words.length) {
    const tab = words.indexOf('\t', start)
    if (tab === -1) break
    rows.set(words.slice(start, tab), tab + 1)
    const end = words.indexOf('\n', tab)
    if (end === -1) break
    start = end + 1
  }
  return rows
}

function shareOut(
  words: readonly (readonly [stem: string, word: string])[],
  lookUp: (word: string) => readonly (readonly [string, number])[],
): readonly ClassShare[] {
  const totals = new Map<string, { share: number; words: string[] }>()
  let total = 0
  for (const [position, [stem, word]] of words.entries()) {
    const weight = 0.4 + 0.6 * 0.7 ** position
    for (const [prefix, share] of lookUp(stem)) {
      const entry = totals.get(prefix) ?? { share: 0, words: [] }
      // A word that belongs to one class tells far more than one spread over many.
      const told = weight * share ** 1.5
      entry.share += told
      entry.words.push(word)
      totals.set(prefix, entry)
      total += told
    }
  }
  return [...totals]
    .map(([prefix, entry]) => ({ prefix, share: entry.share / (total + 0.15), words: entry.words }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 4)
}
