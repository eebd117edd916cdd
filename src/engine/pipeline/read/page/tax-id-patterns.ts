import { stdnum } from 'stdnum'

interface TaxIdPattern {
  readonly country: string
  readonly pattern: RegExp
  /** Names of validators in the library, e.g. "MX.rfc". */
  readonly validators: readonly (readonly [string, string])[]
  /** True when the shape alone (letters, dots) makes it a tax id, without a label. */
  readonly isDistinct: boolean
}

/** Shapes of tax ids as printed, spaces removed. */
const patterns: readonly TaxIdPattern[] = [
  { country: 'MX', pattern: /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/, validators: [['MX', 'rfc']], isDistinct: true },
  { country: 'DE', pattern: /^DE\d{9}$/, validators: [['DE', 'vat']], isDistinct: true },
  { country: 'NL', pattern: /^NL\d{9}B\d{2}$/, validators: [['NL', 'btw']], isDistinct: true },
  { country: 'FR', pattern: /^FR[A-Z\d]{2}\d{9}$/, validators: [['FR', 'tva']], isDistinct: true },
  { country: 'ES', pattern: /^ES[A-Z\d]\d{7}[A-Z\d]$/, validators: [['ES', 'nif']], isDistinct: true },
  {
    country: 'ES',
    pattern: /^([A-HJNP-SUVW]-?\d{7}-?[A-J\d]|\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z])$/,
    validators: [
      ['ES', 'nif'],
      ['ES', 'cif'],
      ['ES', 'dni'],
      ['ES', 'nie'],
    ],
    isDistinct: true,
  },
  { country: 'IT', pattern: /^IT\d{11}$/, validators: [['IT', 'iva']], isDistinct: true },
  { country: 'PT', pattern: /^PT\d{9}$/, validators: [['PT', 'nif']], isDistinct: true },
  { country: 'GB', pattern: /^GB(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, validators: [['GB', 'vat']], isDistinct: true },
  { country: 'BE', pattern: /^BE[01]?\d{9}$/, validators: [['BE', 'vat']], isDistinct: true },
  { country: 'AT', pattern: /^ATU\d{8}$/, validators: [['AT', 'uid']], isDistinct: true },
  {
    country: 'CH',
    pattern: /^CHE-?\d{3}\.?\d{3}\.?\d{3}$/,
    validators: [
      ['CH', 'uid'],
      ['CH', 'vat'],
    ],
    isDistinct: true,
  },
  { country: 'PL', pattern: /^PL\d{10}$/, validators: [['PL', 'nip']], isDistinct: true },
  { country: 'CZ', pattern: /^CZ\d{8,10}$/, validators: [['CZ', 'dic']], isDistinct: true },
  { country: 'FI', pattern: /^FI\d{8}$/, validators: [['FI', 'alv']], isDistinct: true },
  { country: 'SE', pattern: /^SE\d{12}$/, validators: [['SE', 'vat']], isDistinct: true },
  { country: 'DK', pattern: /^DK\d{8}$/, validators: [['DK', 'cvr']], isDistinct: true },
  { country: 'IE', pattern: /^IE\d[A-Z\d]\d{5}[A-Z]{1,2}$/, validators: [['IE', 'vat']], isDistinct: true },
  { country: 'LU', pattern: /^LU\d{8}$/, validators: [['LU', 'tva']], isDistinct: true },
  { country: 'RO', pattern: /^RO\d{2,10}$/, validators: [['RO', 'cui']], isDistinct: true },
  { country: 'HU', pattern: /^HU\d{8}$/, validators: [['HU', 'anum']], isDistinct: true },
  { country: 'EU', pattern: /^EU\d{9}$/, validators: [], isDistinct: true },
  { country: 'BR', pattern: /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/, validators: [['BR', 'cnpj']], isDistinct: true },
  { country: 'CL', pattern: /^\d{1,2}\.\d{3}\.\d{3}-[\dKk]$/, validators: [['CL', 'rut']], isDistinct: true },
  {
    country: 'IN',
    pattern: /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z?[A-Z\d]$/,
    validators: [['IN', 'gstin']],
    isDistinct: true,
  },
  { country: 'FI', pattern: /^\d{7}-\d$/, validators: [['FI', 'ytunnus']], isDistinct: false },
  { country: 'US', pattern: /^\d{2}-\d{7}$/, validators: [['US', 'ein']], isDistinct: false },
]

export interface TaxIdShape {
  readonly isDistinct: boolean
  readonly isValid: boolean
}

/** What kind of tax id a text looks like; null when it has no known shape. */
export function taxIdShape(text: string): TaxIdShape | null {
  const compact = text.toUpperCase().replaceAll(/[\s]/g, '')
  const bare = compact.replaceAll(/[.\s-]/g, '')
  const matches = patterns.filter(
    ({ pattern }) => pattern.test(compact) || (/^[A-Z]{2}/.test(bare) && pattern.test(bare)),
  )
  if (matches.length === 0) return null
  const isValid = matches.some(({ validators }) =>
    validators.some(([country, name]) => stdnum[country]?.[name]?.validate(compact).isValid),
  )
  return { isDistinct: matches.some(match => match.isDistinct), isValid }
}

/** Upper case, letters and digits only: how ids are compared. */
export function compactId(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9Ñ&]/g, '')
}
