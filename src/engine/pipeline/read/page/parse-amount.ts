import { decimal, type DecimalText } from '../../../../shared/money'

export type DecimalMark = '.' | ','

/** One way to read a printed number. `mark` is set when the text itself shows which sign is the decimal one. */
export interface AmountReading {
  readonly value: DecimalText
  readonly mark: DecimalMark | null
  readonly decimals: number
}

const spaces = /[\s\u00a0\u2009\u202f']/g

/**
 * Readings of a printed amount, likelier first; none when it is no number. `1.234` is both a thousand and one unit,
 * until another amount of the document shows its decimal sign.
 */
export function parseAmount(text: string): AmountReading[] {
  const negative = /^\s*\(.*\)\s*$/.test(text) || /^[^\d]*[-−–]/.test(text) || /\d\s*[-−]\s*$/.test(text)
  const digits = text
    .replace(/[.,][-–—]+\s*$/, '')
    .replace(/[^\d.,\s\u00a0\u2009\u202f']/g, '')
    .trim()
    .replace(spaces, '')
    .replace(/^[.,](?=\d{3})/, '')
    .replace(/[.,]+$/, '')
  if (!/^\d*([.,]\d+)*$/.test(digits) || digits === '' || digits.length > 20) return []
  return readings(digits).map(({ plain, mark }) => {
    const [whole = '0', fraction = ''] = plain.split('.')
    const value = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}`
    const sign = negative && !/^[0.]*$/.test(value) ? '-' : ''
    return { value: decimal(sign + value), mark, decimals: fraction.length }
  })
}

function readings(digits: string): { plain: string; mark: DecimalMark | null }[] {
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (dots === 0 && commas === 0) return digits.length > 15 ? [] : [{ plain: digits, mark: null }]
  if (dots > 0 && commas > 0) {
    const mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
    const [group, count] = mark === '.' ? [',', dots] : ['.', commas]
    if (count > 1) return []
    const [whole = '', fraction = ''] = digits.split(mark)
    if (!isGrouped(whole, group) || fraction.length > 6) return []
    return [{ plain: `${whole.replaceAll(group, '')}.${fraction}`, mark }]
  }
  const mark = dots > 0 ? '.' : ','
  const other = mark === '.' ? ',' : '.'
  const [whole = '', fraction = ''] = [
    digits.slice(0, digits.lastIndexOf(mark)),
    digits.slice(digits.lastIndexOf(mark) + 1),
  ]
  if (dots + commas > 1) return isGrouped(digits, mark) ? [{ plain: digits.replaceAll(mark, ''), mark: other }] : []
  const asDecimal = { plain: `${whole || '0'}.${fraction}`, mark: fraction.length === 3 ? null : mark } as const
  if (fraction.length !== 3 || whole === '' || /^0/.test(whole) || whole.length > 3)
    return fraction.length > 6 ? [] : [asDecimal]
  return [{ plain: whole + fraction, mark: null }, asDecimal]
}

/** Groups of three, or of two as in India, after a first group of one to three digits. */
function isGrouped(text: string, sign: string): boolean {
  const groups = text.split(sign)
  if (groups.length === 1) return true
  const [first = '', ...rest] = groups
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    rest.at(-1)?.length === 3 &&
    rest.every(group => group.length === 3 || group.length === 2)
  )
}
