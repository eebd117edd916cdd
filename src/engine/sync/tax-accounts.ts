import type { Settings } from '../../shared/settings'
import type { Chart } from '../pipeline/code/chart'

/** A tax of the document, as far as its account depends on it. */
export interface TaxKind {
  readonly kind: 'transferred' | 'withheld'
  readonly name: string
  /** CFDI MetodoPago PPD: the tax becomes creditable with its payment (LIVA, article 5). */
  readonly isPaidLater?: boolean
  /** Withheld from rent: income tax on it is owed under an account of its own. */
  readonly isOnRent?: boolean
}

type Rule = readonly [kind: TaxKind['kind'], name: RegExp, code: string]

const valueAdded = /^(iva|vat|ust|u\.?st\.?|mwst|mehrwertsteuer|umsatzsteuer|tva|btw|igv|gst)\b/i
const anything = /(?:)/

// Código agrupador of Anexo 24. Fees are what most withheld income tax on bills is about, hence 216.04; rent is told apart below.
const sat: readonly Rule[] = [
  ['transferred', valueAdded, '118.01'],
  ['transferred', /^ieps\b/i, '118.03'],
  ['withheld', /^isr\b/i, '216.04'],
  ['withheld', valueAdded, '216.10'],
  ['withheld', anything, '216.12'],
]

/** ISR on rent (LISR, article 116). */
const onRent: Readonly<Record<string, string>> = { '216.04': '216.03' }

/** What is not paid at once waits in group 119, account by account as in 118. */
const waiting: Readonly<Record<string, string>> = { '118.01': '119.01', '118.03': '119.03' }

// IVA soportado and retenciones practicadas (Real Decreto 1514/2007).
const spanishPlan: readonly Rule[] = [
  ['transferred', /^(iva|igic|ipsi|vat)\b/i, '472'],
  ['withheld', anything, '4751'],
]

// A sales tax cannot be recovered and is part of the cost; a value-added tax paid abroad may be.
const general: readonly Rule[] = [
  ['transferred', valueAdded, '1310'],
  ['withheld', anything, '2520'],
]

const ledgersOwn: readonly Rule[] = [
  ['transferred', valueAdded, '20006'],
  ['withheld', anything, '20006'],
]

const ukSmallBusiness: readonly Rule[] = [
  ['transferred', valueAdded, '2201'],
  ['withheld', anything, '2102'],
]

// A Mexican company's own chart is asked for by the códigos agrupadores that its accounts stand for.
const rules: Readonly<Record<Settings['chart'], readonly Rule[]>> = {
  sat,
  own: sat,
  'es-pgc': spanishPlan,
  'uk-small-business': ukSmallBusiness,
  'us-generic': general,
  'bigcapital-default': ledgersOwn,
}

/**
 * The account a tax line of a bill goes to.
 *
 * @returns null for a tax that cannot be recovered (a local lodging tax, say): it is part of the cost and belongs
 *   where the bill's largest line goes
 */
export function taxAccount(chart: Settings['chart'], tax: TaxKind): string | null {
  const { kind, name, isPaidLater = false, isOnRent = false } = tax
  const code = rules[chart].find(([of, pattern]) => of === kind && pattern.test(name.trim()))?.[2] ?? null
  if (code === null) return null
  if (isPaidLater && code in waiting) return waiting[code] ?? code
  return isOnRent ? (onRent[code] ?? code) : code
}

/**
 * The same in a chart at hand: a company's own has whatever account stands for the código agrupador.
 *
 * @returns null as above; undefined where a company's own chart has no such account, so that a bill could not be booked
 */
export function taxAccountIn(chart: Chart, tax: TaxKind): string | null | undefined {
  const code = taxAccount(chart.key, tax)
  if (chart.key !== 'own' || code === null) return code
  return chart.accounts.find(account => account.isActive && account.standsFor === code)?.code
}

/** Whether an account takes rent of premises, 601.45 to .47 and the same of 602 to 604. */
export function isRent(chart: Chart, accountCode: string): boolean {
  return /^60[1-4]\.4[567]$/.test(chart.byCode.get(accountCode)?.standsFor ?? '')
}

/** How a tax is called on the bill when the document only states its sum. */
export function unnamedTax(chart: Settings['chart'], kind: TaxKind['kind']): string {
  const isSpanish = chart === 'sat' || chart === 'es-pgc'
  if (kind === 'withheld') return isSpanish ? 'Retención' : 'Withholding tax'
  return isSpanish ? 'IVA' : 'VAT'
}
