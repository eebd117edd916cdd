import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'

export type ParsedAmount =
  | { readonly ok: true; readonly value: DecimalText | null }
  | { readonly ok: false; readonly reason: 'not_a_number' | 'ambiguous' }

const notANumber: ParsedAmount = { ok: false, reason: 'not_a_number' }
/** Currency codes and signs may stand beside the number. */
const dressing = /[\s\u00a0\u202f'’$€£¥]|^[A-Z]{3}(?=[\s\d-])|(?<=[\s\d])[A-Z]{3}$/g

/**
 * Reads an amount as a person types it: `1,234.56`, `1.234,56`, `1234`, `MXN 1 234.56`, a sum such as `=1200*0.16`.
 * @param locale   decides between point and comma where the text alone does not
 * @param exponent decimals of the currency; `1.234` is one thousand only where that locale groups by points
 */
export function parseAmount(text: string, locale: string, exponent: number): ParsedAmount {
  const bare = text.trim().replace(dressing, '').replace(/−/g, '-')
  if (bare === '' || bare === '—') return { ok: true, value: null }
  if (bare.startsWith('=')) return evaluate(bare.slice(1), locale, exponent)
  return parsePlain(bare, locale, exponent)
}

function parsePlain(bare: string, locale: string, exponent: number): ParsedAmount {
  const isNegative = /^-|-$|^\(.*\)$/.test(bare)
  const digits = bare.replace(/^[-(]|[-)]$/g, '')
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return notANumber
  const decimalMark = markOf(digits, locale, exponent)
  if (decimalMark === 'ambiguous') return { ok: false, reason: 'ambiguous' }
  const at = decimalMark === null ? -1 : digits.lastIndexOf(decimalMark)
  const whole = (at === -1 ? digits : digits.slice(0, at)).replace(/[.,]/g, '')
  const fraction = at === -1 ? '' : digits.slice(at + 1)
  if (/[.,]/.test(fraction)) return notANumber
  return { ok: true, value: plain(new Big(`${isNegative ? '-' : ''}${whole || '0'}${fraction && `.${fraction}`}`)) }
}

/** Which mark separates the decimals; null when there are none. */
function markOf(digits: string, locale: string, exponent: number): '.' | ',' | null | 'ambiguous' {
  const lastPoint = digits.lastIndexOf('.')
  const lastComma = digits.lastIndexOf(',')
  if (lastPoint === -1 && lastComma === -1) return null
  if (lastPoint !== -1 && lastComma !== -1) return lastPoint > lastComma ? '.' : ','
  const mark = lastPoint === -1 ? ',' : '.'
  const groups = digits.split(mark)
  if (groups.length > 2) return groups.slice(1).every(group => group.length === 3) ? null : 'ambiguous'
  const [whole = '', after = ''] = groups
  // Three digits after a single mark may be thousands or decimals; the locale decides, and only where it can.
  if (after.length !== 3 || whole.length > 3 || whole === '' || whole === '0') return mark
  if (decimalMarkOf(locale) !== mark) return null
  return exponent === 3 ? mark : 'ambiguous'
}

function decimalMarkOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(part => part.type === 'decimal')?.value ?? '.'
}

const token = /\d[\d.,]*|[-+*/()]/g

/** Adds, subtracts, multiplies and divides, with brackets; two decimals more than the currency has are rounded away. */
function evaluate(expression: string, locale: string, exponent: number): ParsedAmount {
  const tokens = expression.match(token) ?? []
  if (tokens.join('') !== expression || tokens.length === 0) return notANumber
  let at = 0
  const peek = () => tokens[at]
  const next = () => tokens[at++]

  function sum(): Big {
    let total = product()
    while (peek() === '+' || peek() === '-') total = next() === '+' ? total.plus(product()) : total.minus(product())
    return total
  }
  function product(): Big {
    let total = factor()
    while (peek() === '*' || peek() === '/') total = next() === '*' ? total.times(factor()) : total.div(factor())
    return total
  }
  function factor(): Big {
    const first = next()
    if (first === '-') return factor().neg()
    if (first === '(') {
      const inner = sum()
      if (next() !== ')') throw new RangeError('bracket left open')
      return inner
    }
    const number = first === undefined ? notANumber : parsePlain(first, locale, 3)
    if (!number.ok || number.value === null) throw new RangeError('not a sum')
    return new Big(number.value)
  }

  try {
    const result = sum()
    return at === tokens.length ? { ok: true, value: plain(result.round(exponent, Big.roundHalfUp)) } : notANumber
  } catch (error) {
    // big.js throws a plain Error for a division by zero.
    if (error instanceof Error) return notANumber
    throw error
  }
}

function plain(value: Big): DecimalText {
  return value.toFixed() as DecimalText
}
