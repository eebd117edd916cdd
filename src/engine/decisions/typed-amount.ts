import Big from 'big.js'
import { AppError } from '../../shared/result'
import { isStorableAmount } from './value-form'

/** Why a typed value was refused: variants of the sentence `error.value_invalid`. */
export type Refusal = 'amount' | 'ambiguous_amount' | 'date' | 'currency' | 'document_type' | 'text' | 'rate'

/**
 * Turns what a person typed into decimal text: "1,234.56" and "1.234,56", "$ 1 234.50", "(100.00)" for a credit, and
 * sums after an equals sign ("=1200*0.16").
 *
 * @param locale BCP 47 tag of the person's number format: decides what "1,234" means, and only that
 * @param decimals of the currency: where three are usual (KWD, BHD, TND …) "1.234" is as ordinary as a thousand, and the
 *   person's number format alone decides
 * @throws AppError `value_invalid` with `reason` `amount`, or `ambiguous_amount` when two readings are equally good
 */
export function typedAmount(text: string, locale: string, decimals = 2): string {
  return typedNumber(text, { locale, mayHaveThousandths: decimals > 2 })
}

/**
 * Turns a quantity, a unit price or a rate into decimal text. Three decimals are ordinary there (1.250 kg), so the
 * person's number format alone decides whether "1.250" is one and a quarter.
 *
 * @throws AppError `value_invalid` with `reason` `amount`
 */
export function typedQuantity(text: string, locale: string): string {
  return typedNumber(text, { locale, mayHaveThousandths: true })
}

interface Notation {
  readonly locale: string
  readonly mayHaveThousandths: boolean
}

function typedNumber(text: string, notation: Notation): string {
  const trimmed = text.trim()
  const value = trimmed.startsWith('=') ? evaluate(trimmed.slice(1), notation) : readNumber(trimmed, notation)
  const written = value.round(12, Big.roundHalfUp).toFixed()
  const plain = written === '-0' ? '0' : written
  if (!isStorableAmount(plain)) throw refused('amount')
  return plain
}

function refused(reason: Refusal): AppError {
  return new AppError('value_invalid', { reason })
}

// A sign or brackets around one number, digits in between: "100-20" is a sum somebody meant to begin with "=".
const signedDigits = /^(\(?)\s*([-−+]?)\s*(\d[\d.,'’\s]*|[.,]\d+)\s*([-−]?)\s*(\)?)$/u
/** Groups of three with blanks or apostrophes between them. */
const blankGroups = /^\d{1,3}([\s'’]\d{3})+([.,]\d*)?$/u

function readNumber(text: string, notation: Notation): Big {
  const bare = text.replace(/\p{Sc}|[A-Za-z]{3}\b|M\.?N\.?/gu, '').trim()
  const [, open = '', before = '', written = '', after = '', close = ''] = signedDigits.exec(bare) ?? []
  const digits = written.trim()
  const isSignedTwice = before !== '' && after !== ''
  const isGroupedOddly = /[\s'’]/u.test(digits) && !blankGroups.test(digits)
  if (digits === '' || (open === '') !== (close === '') || isSignedTwice || isGroupedOddly) throw refused('amount')
  const value = new Big(withPoint(digits.replace(/[\s'’]/gu, ''), notation))
  return open !== '' || /[-−]/.test(before + after) ? value.times(-1) : value
}

/** Writes digits with point and comma as plain decimal text. */
function withPoint(bare: string, notation: Notation): string {
  const lastPoint = bare.lastIndexOf('.')
  const lastComma = bare.lastIndexOf(',')
  if (lastPoint === -1 && lastComma === -1) return bare
  if (lastPoint !== -1 && lastComma !== -1) {
    const decimal = lastPoint > lastComma ? '.' : ','
    const grouping = decimal === '.' ? ',' : '.'
    const [whole = '', fraction = '', ...more] = bare.split(decimal)
    if (more.length > 0 || fraction.includes(grouping) || !isGrouped(whole, grouping)) throw refused('amount')
    return `${whole.replaceAll(grouping, '') || '0'}.${fraction || '0'}`
  }
  return withOneKind(bare, lastPoint !== -1 ? '.' : ',', notation)
}

function withOneKind(bare: string, mark: '.' | ',', { locale, mayHaveThousandths }: Notation): string {
  const parts = bare.split(mark)
  if (parts.length > 2) {
    if (!isGrouped(bare, mark)) throw refused('amount')
    return parts.join('')
  }
  const [whole = '', fraction = ''] = parts
  // "1,234": a thousand for whoever groups with commas; for everybody else it could be either.
  if (fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && !/^0/.test(whole)) {
    if (markOf(locale, 'group') === mark) return whole + fraction
    if (!mayHaveThousandths || markOf(locale, 'decimal') !== mark) throw refused('ambiguous_amount')
  }
  return `${whole || '0'}.${fraction || '0'}`
}

function isGrouped(whole: string, mark: string): boolean {
  const [first = '', ...groups] = whole.split(mark)
  // Groups of three everywhere, of two and three in India.
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    groups.every((group, index) => group.length === 3 || (group.length === 2 && index < groups.length - 1))
  )
}

function markOf(locale: string, kind: 'group' | 'decimal'): string {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1_234_567.8)
  return parts.find(part => part.type === kind)?.value ?? ''
}

/** Sums, products and brackets over numbers as the person writes them. */
function evaluate(expression: string, notation: Notation): Big {
  const tokens = expression.match(/[\d.,]+|[-+*/()×÷]|\S/g) ?? []
  let next = 0
  const peek = () => tokens[next]

  function factor(): Big {
    const token = tokens[next]
    next += 1
    if (token === '-') return factor().times(-1)
    if (token === '(') {
      const inner = sum()
      if (tokens[next] !== ')') throw refused('amount')
      next += 1
      return inner
    }
    if (token === undefined || !/^[\d.,]+$/.test(token)) throw refused('amount')
    return readNumber(token, notation)
  }

  function product(): Big {
    let value = factor()
    for (let token = peek(); token === '*' || token === '/' || token === '×' || token === '÷'; token = peek()) {
      next += 1
      const right = factor()
      if (token === '*' || token === '×') value = value.times(right)
      else {
        if (right.eq(0)) throw refused('amount')
        value = value.div(right)
      }
    }
    return value
  }

  function sum(): Big {
    let value = product()
    for (let token = peek(); token === '+' || token === '-'; token = peek()) {
      next += 1
      const right = product()
      value = token === '+' ? value.plus(right) : value.minus(right)
    }
    return value
  }

  const value = sum()
  if (next !== tokens.length) throw refused('amount')
  return value
}
