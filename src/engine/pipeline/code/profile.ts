import { fold } from '../../../shared/fold'
import { matchConcepts, type ConceptIndex } from './concepts'
import { stems } from './stems'
import { readTable } from './table'
import { PlainAmount, type CompanyProfile } from '../../../shared/company-profile'

/** What a line of business usually sells, works up and spends on its customers. */
export interface Trade {
  readonly key: string
  readonly goods: CompanyProfile['goods']
  readonly phrases: readonly (readonly string[])[]
  readonly sells: readonly string[]
  readonly materials: readonly string[]
  readonly serviceCosts: readonly string[]
  /** What else such a company buys and few others do, whatever account it goes to. */
  readonly signs: readonly string[]
}

/** Reads the lines of business shipped as `resources/coding/trades.tsv`. */
export function readTrades(tsv: string): Trade[] {
  const list = (cell: string | undefined) =>
    (cell ?? '')
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== '')
  return readTable(tsv).map(row => ({
    key: row['trade'] ?? '',
    goods: (row['goods'] ?? 'none') as CompanyProfile['goods'],
    phrases: [...list(row['words_es']), ...list(row['words_en'])].map(stems).filter(words => words.length > 0),
    sells: list(row['sells']),
    materials: list(row['materials']),
    serviceCosts: list(row['costs']),
    signs: list(row['signs']),
  }))
}

/**
 * Reads a company's own words about itself ("Retail hardware store. Perpetual inventory. Capitalises equipment from
 * MXN 5,000.") into what coding asks. Spanish or English; what is not said takes the line of business's usual value.
 */
export function parseProfile(
  description: string,
  trades: readonly Trade[],
  concepts: ConceptIndex,
  homeCurrency: string,
): CompanyProfile {
  const sentences = description
    .slice(0, 4_000)
    .split(/(?<=[.;])\s+/)
    .filter(Boolean)
  const found = findTrades(sentences, trades)
  const folded = fold(description)
  const sold = sentences.flatMap(sentence => soldGoods(sentence, concepts))
  const costs = sentences.flatMap(sentence => costConcepts(sentence, concepts))
  const [main] = found
  const expenses = sentences.flatMap(sentence => namedExpenses(sentence, concepts))
  const isNoExpense = (entry: string) =>
    !expenses.some(named => named === entry || (/^\d/.test(named) && entry.startsWith(named)))
  const materials = [
    ...found.flatMap(trade => trade.materials),
    ...costs.filter(({ isMaterial }) => isMaterial).map(({ key }) => key),
  ]
  return {
    description,
    trades: found.map(trade => trade.key),
    goods: goodsPolicy(folded) ?? main?.goods ?? (materials.length > 0 ? 'direct' : 'none'),
    sells: [...new Set([...found.flatMap(trade => trade.sells), ...sold])],
    materials: [...new Set(materials)].filter(isNoExpense),
    serviceCosts: [
      ...new Set([
        ...found.flatMap(trade => trade.serviceCosts),
        ...costs.filter(({ isMaterial }) => !isMaterial).map(({ key }) => key),
      ]),
    ].filter(isNoExpense),
    hasDepartments: keepsDepartments(folded),
    capitalThreshold: thresholdOf(description, homeCurrency),
  }
}

/** What a company of a trade usually says of itself. */
export function usualProfile({ key, goods, sells, materials, serviceCosts }: Trade): CompanyProfile {
  return {
    description: '',
    trades: [key],
    goods,
    sells: [...sells],
    materials: [...materials],
    serviceCosts: [...serviceCosts],
    hasDepartments: false,
    capitalThreshold: null,
  }
}

function findTrades(sentences: readonly string[], trades: readonly Trade[]): Trade[] {
  for (const sentence of sentences) {
    // "Software company with a product for clinics" is no clinic.
    const beforePurpose = sentence.split(/\b(?:for|para|with|con)\b/i)[0] ?? ''
    for (const text of [beforePurpose, sentence]) {
      const found = tradesIn(text, trades)
      if (found.length > 0) return found
    }
  }
  return []
}

function tradesIn(text: string, trades: readonly Trade[]): Trade[] {
  const words = stems(text)
  const scored = trades.map(trade => {
    const lengths = trade.phrases
      .filter(phrase => phrase.every(word => words.includes(word)))
      .map(phrase => phrase.length + 0.5 / (1 + words.indexOf(phrase[0] ?? '')))
    return { trade, score: Math.max(0, ...lengths) }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ trade }) => trade)
}

function goodsPolicy(folded: string): CompanyProfile['goods'] | null {
  if (
    /\b(perpetual|perpetuo|perpetuos|perpetuas)\b/.test(folded) &&
    !/\b(no|sin) (perpetual|inventarios? perpetuo)/.test(folded)
  )
    return 'perpetual'
  if (
    /\b(straight to cost|direct to cost|directly to cost|charged to cost|directo al costo|directamente al costo)\b/.test(
      folded,
    )
  )
    return 'direct'
  if (
    /\b(periodic|periodico|periodicos|recorded as purchases|mercancias generales|se registran como compras)\b/.test(
      folded,
    )
  )
    return 'periodic'
  if (
    /\b(materials?|consumables|materiales|ingredients?|insumos)\b.*\b(are|is|as|se cargan al|son|van al) (cost|costo)/.test(
      folded,
    )
  )
    return 'direct'
  if (/\b(sells no goods|no goods|no vende (mercancias?|productos|bienes)|services only|solo servicios)\b/.test(folded))
    return 'none'
  return null
}

function keepsDepartments(folded: string): boolean {
  if (/\b(one expense group|single expense group|un solo grupo|un grupo de gastos)\b/.test(folded)) return false
  return (
    /\b(departmental|departments?|departamentos?|departamental(es)?)\b/.test(folded) ||
    /\b60[234]\b.*\b60[234]\b/.test(folded)
  )
}

function thresholdOf(description: string, homeCurrency: string): CompanyProfile['capitalThreshold'] {
  const match =
    /(?:[Cc]apitali[sz]\w*|[Aa]ctivos? fijos?|[Ff]ixed assets?|[Tt]hreshold|[Uu]mbral)[^.;]*?(?:\b([A-Z]{3})\b|\$)?\s*(\d{1,3}(?:[,\s]\d{3})+|\d{2,7})(?:\.\d+)?\s*(MXN|USD|EUR|GBP|pesos)?/.exec(
      description,
    )
  const amount = Number((match?.[2] ?? '').replace(/[,\s]/g, ''))
  if (!(amount > 0) || !PlainAmount.safeParse(String(amount)).success) return null
  const named = match?.[1] ?? (match?.[3] === 'pesos' ? 'MXN' : match?.[3])
  return { amount: String(amount), currency: named ?? homeCurrency }
}

const sellingVerb = /\b(?:sells?|vende|resells?|revende|distributes?|distribuye|imports?|importa)\b(?! no\b)([^.;]*)/i
const sellerOf =
  /\b(?:wholesaler|distributor|importer|retailer|store|shop|dealer|tienda|comercializadora|distribuidora|mayorista|importadora|venta)s? (?:of|de)\b([^.;]*)/i

/** "sells shoes and bags", "importer of toys": goods beside those of the trade. */
function soldGoods(sentence: string, concepts: ConceptIndex): string[] {
  const named = sellingVerb.exec(sentence)?.[1] ?? sellerOf.exec(sentence)?.[1]
  if (named === undefined) return []
  return matchConcepts(concepts, named)
    .filter(({ concept }) => concept.kind === 'thing' || concept.kind === 'durable')
    .slice(0, 4)
    .map(({ concept }) => concept.key)
}

/** "Teaching materials are an expense" takes them and their product codes out of what the trade usually makes cost. */
function namedExpenses(sentence: string, concepts: ConceptIndex): string[] {
  const match = /^(.*?)\b(?:is|are|charged|se cargan|son|van|go)\b[^.;]*\b(?:expenses?|gastos?)\b/i.exec(sentence)
  if (!match?.[1] || /\b(?:costs?|costos?)\b/i.test(sentence)) return []
  const named = matchConcepts(concepts, match[1]).filter(({ concept }) => concept.kind !== 'rule')
  return named.slice(0, 8).flatMap(({ concept }) => [concept.key, ...concept.classes])
}

/** "Hosting and outside work that serve clients are cost of service" names what is cost rather than expense. */
function costConcepts(sentence: string, concepts: ConceptIndex): { key: string; isMaterial: boolean }[] {
  const match = /^(.*?)\b(?:is|are|charged|se cargan|son|van|forman|go)\b[^.;]*\b(?:costs?|costos?)\b/i.exec(sentence)
  if (!match?.[1]) return []
  const named = matchConcepts(concepts, match[1])
    .slice(0, 8)
    .map(({ concept }) => ({ key: concept.key, isMaterial: concept.kind === 'thing' && concept.key !== 'fuel' }))
  const outside = /\b(outside|external|externos?|subcontract\w*|terceros|freelance\w*)\b/i.test(match[1])
    ? ['subcontract', 'dev_service'].map(key => ({ key, isMaterial: false }))
    : []
  return [...named, ...outside]
}
