import { features } from './features'
import type { FieldCandidate } from './field-candidate'
import type { PageText } from './page-text'
import { union, wordsBetween, type TextLine } from './text-lines'

const codes =
  'USD|EUR|GBP|MXN|CLP|BRL|CHF|CAD|AUD|NZD|INR|MYR|IDR|NPR|CZK|PLN|RON|SEK|NOK|DKK|HUF|JPY|CNY|COP|PEN|ARS|UYU|MAD|SGD|HKD|ZAR|TRY|AED|SAR|PHP|THB|KRW|VND|BGN'

/** Signs and words that mean one currency. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d(?=€\d))€|\beuros?\b/gi, 'EUR'],
  [/£|\bpounds?\b/gi, 'GBP'],
  [/US\$|U\.S\. dollars?/gi, 'USD'],
  [/CA\$|CAD\$/g, 'CAD'],
  [/AU\$|A\$/g, 'AUD'],
  [/R\$|\breais\b/g, 'BRL'],
  [/\bRM(?=\s?\d|\b)/g, 'MYR'],
  [/₹|\bINR\b|\brupees\b/gi, 'INR'],
  [/\bRp\.?(?=\s?\d)/g, 'IDR'],
  [/(?<!\p{L})K[čc](?!\p{L})/gu, 'CZK'],
  [/(?<!\p{L})z[łl](?!\p{L})/gu, 'PLN'],
  [/\blei\b/gi, 'RON'],
  [/\bM\.?N\.?\b(?=\W|$)|\bpesos mexicanos\b/g, 'MXN'],
  [/\bSFr\.?|\bFr\.(?=\s?\d)/g, 'CHF'],
  [/\bNPR\b|\bNRs\b/g, 'NPR'],
  [/₩/g, 'KRW'],
]

/** Signs of a country that uses `$` for its own money. */
const dollarCountries: readonly (readonly [RegExp, string])[] = [
  [/\b(?:CFDI|RFC|SAT|MXN)\b|\bR\.F\.C\b|(?<!\bNew )\bM[ée]xico\b/, 'MXN'],
  [/\b(RUT|R\.U\.T|Chile|SII)\b/i, 'CLP'],
  [/\b(ABN|Australia)\b/, 'AUD'],
  [/\b(Colombia|DIAN)\b/i, 'COP'],
  [/\b(Argentina|CUIT|AFIP)\b/i, 'ARS'],
  [/\b(?:Canada|HST|TPS|TVQ|QST|Ontario|Qu[ée]bec)\b/, 'CAD'],
]

/** Signs of a country's taxes where no currency is printed; weak evidence. */
const taxCountries: readonly (readonly [RegExp, string])[] = [
  [/\bSDN\.? BHD\b|\bSdn\.? Bhd\b|\bMalaysia\b/i, 'MYR'],
  [/\bMWST\b.*\bCHE\b|\bCHE-\d{3}/i, 'CHF'],
  [/\bPPN\b|\bIndonesia\b/, 'IDR'],
  [/\b(ICMS|CNPJ|ISSQN)\b/, 'BRL'],
]

/** What a seller of the United States writes: state and zip code, tax number, country. */
const unitedStates = /\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b(?:USA|U\.S\.A|United States|EIN|IRS)\b/

/** Whose dollars: of the country that shows first; a buyer elsewhere does not make a seller's dollars pesos. */
function dollarsOf(whole: string): string | undefined {
  const found = dollarCountries
    .map(([pattern, currency]) => ({ at: whole.search(pattern), currency }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)[0]
  const home = whole.search(unitedStates)
  return found && (home < 0 || found.at < home) ? found.currency : undefined
}

/** Codes that hardly mean anything else. */
const common: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP', 'CHF', 'MXN'])

/** A code counts beside a number or in brackets; elsewhere three capitals may be any word. */
function isByAmount(text: string, at: number): boolean {
  return /[\d(/]\s?$/.test(text.slice(0, at)) || /^\s?[-(]?[\d$€£)]/.test(text.slice(at + 3))
}

type Sign = 'code' | 'looseCode' | 'bareCode' | 'symbol' | 'dollarOfCountry' | 'dollar' | 'taxOfCountry'

interface Mention {
  readonly sign: Sign
  readonly line: TextLine
  readonly from: number
  readonly to: number
}

/** Currencies the document shows, by code, sign and country. */
export function currencyCandidates(text: PageText): FieldCandidate[] {
  const mentions = mentionsIn(text)
  const all = [...mentions.values()].reduce((sum, list) => sum + list.length, 0)
  return [...mentions].flatMap(([value, list]) => {
    const [first] = list
    if (!first) return []
    const { line, from, to } = first
    const noticed = {
      bias: 1,
      ...Object.fromEntries(list.map(({ sign }) => [sign, 1])),
      ...features({
        times: Math.log2(list.length),
        share: list.length / all,
        isOnly: mentions.size === 1,
        home: value === text.options.homeCurrency,
      }),
    }
    const words = wordsBetween(line, from, to)
    return [
      {
        field: 'currency',
        value,
        features: noticed,
        logOdds: text.score('currency', noticed),
        line,
        box: union(words.map(word => word.box)),
        text: line.text.slice(from, to),
        label: undefined,
      } as const,
    ]
  })
}

function mentionsIn(text: PageText): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>()
  const add = (currency: string, sign: Sign, line: TextLine, from: number, to: number) =>
    mentions.set(currency, [...(mentions.get(currency) ?? []), { sign, line, from, to }])
  const whole = text.lines.map(line => line.text).join('\n')
  const dollars = dollarsOf(whole)
  for (const line of text.lines) {
    const hasLabel = text.labelsByLine.get(line)?.some(label => label.kind === 'currency') ?? false
    for (const match of line.text.matchAll(new RegExp(String.raw`(?<![A-Za-z])(${codes})(?![A-Za-z])`, 'g'))) {
      const [code] = match
      const sign = hasLabel || isByAmount(line.text, match.index) ? 'code' : common.has(code) ? 'looseCode' : 'bareCode'
      add(code, sign, line, match.index, match.index + 3)
    }
    for (const [pattern, currency] of plain)
      for (const match of line.text.matchAll(pattern))
        add(currency, 'symbol', line, match.index, match.index + match[0].length)
    for (const match of line.text.matchAll(/(?<![A-Z])\$/g))
      add(dollars ?? 'USD', dollars ? 'dollarOfCountry' : 'dollar', line, match.index, match.index + 1)
  }
  const implied = mentions.size === 0 ? taxCountries.find(([pattern]) => pattern.test(whole)) : undefined
  const line = implied ? text.lines.find(candidate => implied[0].test(candidate.text)) : undefined
  if (implied && line) add(implied[1], 'taxOfCountry', line, 0, line.text.length)
  return mentions
}
