import { confusions, withOneConfusion } from './confusions'

/**
 * What follows country and check digits, by the SWIFT IBAN registry: runs of digits (n), letters (a) or either (c).
 * Of countries left out only the check digits are held against a number.
 */
const structures: Readonly<Record<string, string>> = {
  AD: '8n12c',
  AE: '19n',
  AT: '16n',
  BE: '12n',
  BG: '4a6n8c',
  BR: '23n1a1c',
  CH: '5n12c',
  CR: '18n',
  CY: '8n16c',
  CZ: '20n',
  DE: '18n',
  DK: '14n',
  DO: '4c20n',
  EE: '16n',
  ES: '20n',
  FI: '14n',
  FR: '10n11c2n',
  GB: '4a14n',
  GI: '4a15c',
  GR: '7n16c',
  GT: '24c',
  HR: '17n',
  HU: '24n',
  IE: '4a14n',
  IL: '19n',
  IS: '22n',
  IT: '1a10n12c',
  LI: '5n12c',
  LT: '16n',
  LU: '3n13c',
  LV: '4a13c',
  MC: '10n11c2n',
  MT: '4a5n18c',
  NL: '4a10n',
  NO: '11n',
  PL: '24n',
  PT: '21n',
  RO: '4a16c',
  RS: '18n',
  SA: '2n18c',
  SE: '20n',
  SI: '15n',
  SK: '20n',
  SM: '1a10n12c',
  SV: '4a20n',
  TR: '6n16c',
  VA: '18n',
}

const general = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/** Upper case letters and digits, as accounts are stored and compared. */
export function compactIban(written: string): string {
  return written.toUpperCase().replace(/\s/g, '')
}

/** The check digits of an IBAN (ISO 13616): with its first four signs moved to the end it is 1 modulo 97. */
export function isIban(written: string): boolean {
  const iban = compactIban(written)
  if (!general.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map(sign => parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

/**
 * The IBAN that was meant, where exactly one correction makes it right: letters where its country has only digits
 * become the digits they are taken for, and, if that does not do, one more sign is put for the one it is taken for. Two
 * that would both be right are no answer: a payment to a wrong account does not come back.
 */
export function correctedIban(written: string): string | undefined {
  const iban = compactIban(written)
  const inForm = withDigitsInPlace(iban)
  const isMeant = (candidate: string) => candidate !== iban && isIban(candidate) && isInForm(candidate)
  if (isMeant(inForm)) return inForm
  const meant = [...withOneConfusion(inForm)].filter(isMeant)
  return meant.length === 1 ? meant[0] : undefined
}

/** "n", "a" or "c" for each sign after country and check digits; undefined for a country not listed. */
function classesOf(country: string): string | undefined {
  return structures[country]?.replace(/(\d+)([nac])/g, (_run, count: string, sign: string) =>
    sign.repeat(Number(count)),
  )
}

function isInForm(iban: string): boolean {
  const classes = classesOf(iban.slice(0, 2))
  if (classes === undefined) return true
  const account = iban.slice(4)
  return account.length === classes.length && [...account].every((sign, index) => fits(sign, classes[index] ?? ''))
}

function fits(sign: string, of: string): boolean {
  if (of === 'n') return /\d/.test(sign)
  return of === 'a' ? /[A-Z]/.test(sign) : true
}

const digitFor = new Map(
  confusions.filter(([one, other]) => /\d/.test(one) && /[A-Z]/.test(other)).map(([digit, letter]) => [letter, digit]),
)

function withDigitsInPlace(iban: string): string {
  const classes = `aann${classesOf(iban.slice(0, 2)) ?? ''}`
  return [...iban].map((sign, index) => (classes[index] === 'n' ? (digitFor.get(sign) ?? sign) : sign)).join('')
}
