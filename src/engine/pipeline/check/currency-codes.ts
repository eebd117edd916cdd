/** ISO 4217 codes that no locale writes amounts in, and that invoices may state all the same: units of account and funds. */
const units = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'XDR', 'XSU', 'XUA']
/** CFDI states it on documents without an amount. */
const none = 'XXX'

const known: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...units, none])

/** Whether three capitals are a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return known.has(code)
}
