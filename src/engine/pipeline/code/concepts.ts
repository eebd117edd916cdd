import { stems } from './stems'
import { readTable } from './table'

/**
 * rule: what law and practice give its own account whatever it is about (an advance, a deposit, a fine, insurance).
 * act: what is done (rent, repair, advice). service: a running supply.
 * thing: used up. durable: lasts and may be a fixed asset.
 */
export type ConceptKind = 'rule' | 'act' | 'service' | 'thing' | 'durable'
export type Department = 'selling' | 'administration' | 'plant'

/** Something companies buy, with the account it has when the company simply uses it up. */
export interface Concept {
  readonly key: string
  readonly kind: ConceptKind
  /** In the numbering of 601 where the account has departments. */
  readonly expense: string
  /** Fixed-asset account when it is capitalised. */
  readonly capital: string | null
  /** Product-code prefixes of such things. */
  readonly classes: readonly string[]
  /** Who usually buys it, for companies that keep expenses by department. */
  readonly department: Department
}

export interface ConceptMatch {
  readonly concept: Concept
  readonly score: number
  /** The words of the text that led here, as the vocabulary writes them. */
  readonly phrase: string
}

interface Phrase {
  readonly concept: Concept
  readonly text: string
  readonly stems: readonly string[]
  /** Spanish says first what a thing is, English last: "horno de pan", "bread oven". */
  readonly isHeadLast: boolean
}

/** The vocabulary of what companies buy, looked up by word. */
export interface ConceptIndex {
  readonly concepts: ReadonlyMap<string, Concept>
  readonly phrasesByStem: ReadonlyMap<string, readonly Phrase[]>
  /** To how many concepts a word leads. */
  readonly breadth: ReadonlyMap<string, number>
}

const departments: Readonly<Record<string, Department>> = { s: 'selling', a: 'administration', p: 'plant' }

/** Reads the vocabulary shipped as `resources/coding/concepts.tsv`. */
export function readConcepts(tsv: string): ConceptIndex {
  const concepts = new Map<string, Concept>()
  const phrasesByStem = new Map<string, Phrase[]>()
  const leadsTo = new Map<string, Set<string>>()
  for (const row of readTable(tsv)) {
    const concept: Concept = {
      key: row['key'] ?? '',
      kind: row['kind'] as ConceptKind,
      expense: row['expense'] ?? '',
      capital: row['capital'] || null,
      classes: (row['class'] ?? '').split(',').filter(prefix => prefix !== ''),
      department: departments[row['department'] ?? ''] ?? 'administration',
    }
    concepts.set(concept.key, concept)
    for (const { text, isHeadLast } of phrasesOf(row)) {
      const words = stems(text)
      const [first] = words
      if (first === undefined) continue
      const list = phrasesByStem.get(first) ?? []
      list.push({ concept, text, stems: words, isHeadLast })
      phrasesByStem.set(first, list)
      for (const word of words) leadsTo.set(word, (leadsTo.get(word) ?? new Set()).add(concept.key))
    }
  }
  return { concepts, phrasesByStem, breadth: new Map([...leadsTo].map(([word, keys]) => [word, keys.size])) }
}

function phrasesOf(row: Readonly<Record<string, string>>): { text: string; isHeadLast: boolean }[] {
  const split = (cell: string | undefined, isHeadLast: boolean) =>
    (cell ?? '').split(',').map(phrase => ({ text: phrase.trim(), isHeadLast }))
  return [...split(row['es'], false), ...split(row['en'], true)]
}

interface FoundPhrase {
  readonly phrase: Phrase
  readonly score: number
}

/** Concepts whose words occur in a text, best first. A longer phrase explains away the shorter ones inside it. */
export function matchConcepts(index: ConceptIndex, text: string): ConceptMatch[] {
  const words = stems(text)
  const positions = new Map(words.map((word, position) => [word, position]))
  const purpose = purposeAt(text, words)
  const headEnd = stems(text.split(/[,;:(]| - | for | of | with | in | to | from /i)[0] ?? '').length - 1
  const isPurpose = ({ stems: parts }: Phrase) => parts.every(part => (positions.get(part) ?? 0) >= purpose)
  const found: FoundPhrase[] = []
  for (const word of words) {
    for (const phrase of index.phrasesByStem.get(word) ?? []) {
      if (phrase.stems.every(part => positions.has(part)))
        found.push({ phrase, score: scoreOf(phrase, positions, headEnd, index) * (isPurpose(phrase) ? 0.7 : 1) })
    }
  }
  const matches = new Map<string, ConceptMatch>()
  for (const { phrase, score } of found.sort((a, b) => b.score - a.score)) {
    const isInsideLonger = found.some(
      other =>
        other.phrase.concept !== phrase.concept &&
        other.phrase.stems.length > phrase.stems.length &&
        phrase.stems.every(part => other.phrase.stems.includes(part)),
    )
    const counted = isInsideLonger ? score * 0.3 : score
    const known = matches.get(phrase.concept.key)
    if (known) matches.set(phrase.concept.key, { ...known, score: known.score + 0.25 * counted })
    else matches.set(phrase.concept.key, { concept: phrase.concept, score: counted, phrase: phrase.text })
  }
  return [...matches.values()].sort((a, b) => b.score - a.score)
}

/** Where the words begin that say what something is for: diesel for a tractor is no tractor. */
function purposeAt(text: string, words: readonly string[]): number {
  const before = stems(text.split(/\b(?:para|for)\b/i)[0] ?? '').length
  return before === 0 ? words.length : before
}

/** Long phrases and words that mean one thing count most; what a text is about stands at its head. */
function scoreOf(phrase: Phrase, positions: ReadonlyMap<string, number>, headEnd: number, index: ConceptIndex): number {
  const specificity =
    phrase.stems.reduce((sum, word) => sum + 1 / (index.breadth.get(word) ?? 1) ** 0.5, 0) / phrase.stems.length
  const at = phrase.stems.map(word => positions.get(word) ?? 0)
  const last = Math.max(...at)
  const distance = !phrase.isHeadLast ? Math.min(...at) : last <= headEnd ? headEnd - last : 2 + last - headEnd
  return phrase.stems.length ** 0.8 * specificity * (0.55 + 0.45 * 0.75 ** distance)
}
