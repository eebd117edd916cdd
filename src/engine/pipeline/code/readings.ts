import type { CodingLine } from './coding-line'
import type { Catalogue } from './catalogue'
import { matchConcepts, type Concept, type ConceptIndex } from './concepts'
import { classOfCode, type ProductClass } from './product-classes'
import { matchMeaning, type MeaningModel } from './meaning'
import type { Evidence } from './suggestion'

/** What a line may be, according to one source. */
export interface LineReading {
  readonly concept: Concept
  readonly source: 'words' | 'vendor_name' | 'product_code' | 'catalogue' | 'meaning'
  /** 0 to 1: how much of what the source says points here. */
  readonly strength: number
  /** Prefixes the thing is compared with what the company sells and works up. */
  readonly classes: readonly string[]
  /** Of things usually bought to be worked up, built in or sold on. */
  readonly isStock: boolean
  readonly evidence: Evidence
}

/** What is read of a line to tell what it may be. */
export type ReadableLine = Pick<CodingLine, 'description' | 'productCode' | 'vendorName'>

export interface Knowledge {
  readonly concepts: ConceptIndex
  readonly classes: ReadonlyMap<string, ProductClass>
  readonly catalogue: Catalogue
}

/**
 * All readings of a line: everyday words, the vendor's name, its product code, and the catalogue's own wording.
 *
 * @param meaning adds what the line comes close to, where the company supplied a model of what words mean
 */
export function readLine(line: ReadableLine, knowledge: Knowledge, meaning?: MeaningModel): LineReading[] {
  const words = fromText(line.description, 'words', knowledge)
  const rest = [
    ...fromText(line.vendorName, 'vendor_name', knowledge),
    ...fromCode(line.productCode, line.description, knowledge),
    ...fromCatalogue(line.description, knowledge),
    ...(meaning ? fromMeaning(line.description, meaning, knowledge) : []),
  ]
  // A deposit for an office is a deposit: the code and the rest of the words speak of the office.
  const rule = Math.max(0, ...words.filter(({ concept }) => concept.kind === 'rule').map(({ strength }) => strength))
  const left = 1 - 0.6 * Math.min(1, rule * 2)
  return [...words, ...rest.map(reading => ({ ...reading, strength: reading.strength * left }))]
}

// "Seguro de automóviles" is insurance and no car: what is done weighs more than what it is done to.
const kindWeight = { rule: 2.2, act: 1.7, service: 1.25, thing: 1, durable: 1 } as const

/** Its main class: stationery is no packaging because both have labels. */
function classOfConcept({ classes: own }: Concept, classes: Knowledge['classes']) {
  const isStock = classOfCode(classes, (own[0] ?? '').padEnd(4, '0'))?.isStock ?? false
  return { classes: own.slice(0, 1), isStock }
}

function fromText(text: string, source: 'words' | 'vendor_name', { concepts, classes }: Knowledge): LineReading[] {
  const matches = matchConcepts(concepts, text)
    .map(match => ({ ...match, score: match.score * kindWeight[match.concept.kind] }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 6)
  const total = matches.reduce((sum, match) => sum + match.score, 0)
  return matches.map(({ concept, score, phrase }) => ({
    concept,
    source,
    strength: (score / total) * (total / (total + 0.4)),
    ...classOfConcept(concept, classes),
    evidence:
      source === 'words'
        ? { key: 'words', params: { words: phrase } }
        : { key: 'vendor_words', params: { words: phrase } },
  }))
}

/** Used for advances by the filling guide's rule, and for billing services by many issuers: the text decides. */
const ambiguousCode = '84111506'

function fromCode(
  code: string | null,
  description: string,
  { classes, catalogue, concepts }: Knowledge,
): LineReading[] {
  const isBillingService = code === ambiguousCode && !/anticip|advance/i.test(description)
  const found = isBillingService ? concepts.concepts.get('software') : classOfCode(classes, code)
  if (code === null || !found) return []
  const { prefix, note } = { prefix: code.slice(0, 4), note: { en: '', es: '' }, ...found }
  // The official names are Spanish; who reads English is told the class.
  const name = catalogue.nameOf(code)
  const meaning = { meaning: note.en || (name ?? ''), meaningEs: name ?? note.es }
  return [
    {
      concept: found,
      source: 'product_code',
      strength: prefix.length >= 6 ? 1 : prefix.length >= 4 ? 0.8 : 0.55,
      classes: [code],
      isStock: classOfCode(classes, code)?.isStock ?? false,
      evidence: { key: 'product_code', params: { code, ...meaning } },
    },
  ]
}

function fromCatalogue(text: string, { classes, catalogue }: Knowledge): LineReading[] {
  return catalogue.classesOf(text).flatMap(({ prefix, share, words }): LineReading[] => {
    const concept = classes.get(prefix)
    if (!concept) return []
    const { en: meaning, es: meaningEs } = concept.note
    const evidence = { key: 'catalogue_words', params: { words: words.join(', '), meaning, meaningEs } }
    return [{ concept, source: 'catalogue', strength: share, classes: [prefix], isStock: concept.isStock, evidence }]
  })
}

function fromMeaning(text: string, model: MeaningModel, { concepts, classes }: Knowledge): LineReading[] {
  return matchMeaning(model, concepts, text).map(({ concept, strength, phrase }) => ({
    concept,
    source: 'meaning',
    strength,
    ...classOfConcept(concept, classes),
    evidence: { key: 'meaning', params: { words: phrase } },
  }))
}
