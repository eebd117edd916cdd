import { seeded, type Random } from './random'
import { wordings, type Language, type Wording } from './languages'
import { slipWordings } from './slip-wordings'

export interface Party {
  readonly name: string
  readonly street: string
  readonly town: string
  /** Empty when the page does not say. */
  readonly taxId: string
}

export interface InventedLine {
  readonly description: string
  /** A second row of the description; empty when it has none. */
  readonly more: string
  readonly code: string
  readonly quantity: number
  readonly unit: string
  /** In cents. */
  readonly price: number
  readonly total: number
  readonly rate: number
}

/** An invoice that nobody wrote: what its page must say, before it is set. */
export interface Invented {
  readonly kind: 'invoice' | 'credit_note' | 'receipt' | 'quote'
  readonly language: Language
  readonly wording: Wording
  readonly seller: Party
  readonly buyer: Party
  readonly showsBuyerTaxId: boolean
  readonly number: string
  readonly issued: string
  /** Empty when the page does not say. */
  readonly due: string
  readonly lines: readonly InventedLine[]
  /** Per rate: base and tax in cents. */
  readonly taxes: readonly { readonly rate: number; readonly base: number; readonly tax: number }[]
  readonly net: number
  readonly tax: number
  readonly total: number
  /** In cents: what was paid before; mostly nothing. */
  readonly paid: number
}

export const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']

const prefixes = ['', 'INV-', 'RE', 'F-', 'A', '2025-', 'FV/', 'R-']

export function invent(seed: number): { readonly invoice: Invented; readonly random: Random } {
  const random = seeded(seed)
  const language = languages[seed % languages.length] ?? 'en'
  const wording = wordings[language]
  const [first, second] = [random.whole(0, 5), random.whole(1, 5)]
  const company = party(random, language, wording, wording.companies[first] ?? '')
  const customer = party(random, language, wording, wording.companies[(first + second) % 6] ?? '')
  const person = random.pick(slipWordings[language].sellers)
  const day = Date.UTC(2024, 0, 1) + random.whole(0, 700) * 86_400_000
  const kind = kindOf(seed, random)
  const count = kind !== 'receipt' && random.chance(0.12) ? random.whole(28, 40) : random.whole(1, 8)
  const lines = Array.from({ length: count }, () => lineOf(random, wording))
  const isNamed = kind === 'receipt' ? 0.6 : 0.2
  const seller = {
    ...company,
    ...(random.chance(isNamed) ? { name: random.pick(slipWordings[language].sellers) } : {}),
    ...(random.chance(kind === 'receipt' ? 0.4 : 0.12) ? { taxId: '' } : {}),
  }
  const buyer = random.chance(0.2) && person !== seller.name ? { ...customer, name: person } : customer
  const rates = [...new Set(lines.map(line => line.rate))]
  const taxes = rates.map(rate => {
    const base = lines.filter(line => line.rate === rate).reduce((sum, line) => sum + line.total, 0)
    return { rate, base, tax: Math.round((base * rate) / 100) }
  })
  const net = taxes.reduce((sum, part) => sum + part.base, 0)
  const tax = taxes.reduce((sum, part) => sum + part.tax, 0)
  const invoice: Invented = {
    kind,
    language,
    wording,
    seller,
    buyer,
    showsBuyerTaxId: kind !== 'receipt' && random.chance(0.4),
    number: kind === 'receipt' && random.chance(0.3) ? '' : `${random.pick(prefixes)}${random.whole(10_000, 999_999)}`,
    issued: isoDay(day),
    due: kind !== 'invoice' || random.chance(0.3) ? '' : isoDay(day + random.pick([14, 30, 45]) * 86_400_000),
    lines,
    taxes,
    net,
    tax,
    total: net + tax,
    paid: kind === 'invoice' && random.chance(0.12) ? paidOf(net + tax, random) : 0,
  }
  return { invoice, random }
}

function kindOf(seed: number, random: Random): Invented['kind'] {
  if (random.chance(0.25)) return 'receipt'
  if (random.chance(0.12)) return 'credit_note'
  return seed % 11 === 5 ? 'quote' : 'invoice'
}

/** A round share of a total, or all of it. */
function paidOf(total: number, random: Random): number {
  return random.chance(0.15) ? total : Math.round((total * random.pick([10, 20, 30, 50])) / 100)
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function party(random: Random, language: Language, wording: Wording, company: string): Party {
  return {
    name: `${company} ${random.pick(wording.forms)}`,
    street: random.pick(wording.streets),
    town: random.pick(wording.towns),
    taxId: taxId(random, language),
  }
}

/** Of the country's shape; check digits are not always right on paper either. */
function taxId(random: Random, language: Language): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 9)).join('')
  switch (language) {
    case 'de':
      return `DE${digits(9)}`
    case 'fr':
      return `FR${digits(11)}`
    case 'es':
      return `B${digits(8)}`
    case 'it':
      return `IT${digits(11)}`
    case 'nl':
      return `NL${digits(9)}B0${random.whole(1, 9)}`
    case 'pt':
      return `PT5${digits(8)}`
    default:
      return `GB${digits(9)}`
  }
}

function lineOf(random: Random, wording: Wording): InventedLine {
  const quantity = random.chance(0.2) ? random.whole(2, 30) / 2 : random.whole(1, 24)
  const price = random.whole(120, 64_000)
  const hasMore = random.chance(0.25)
  return {
    description: random.pick(wording.items),
    more: hasMore ? random.pick(wording.more) : '',
    code: `${random.pick(['K', 'AB', 'T-', '9'])}${random.whole(100, 9999)}`,
    quantity,
    unit: random.pick(wording.units),
    price,
    total: Math.round(quantity * price),
    rate: random.chance(0.75) ? (wording.rates[0] ?? 20) : (wording.rates[1] ?? 5),
  }
}
