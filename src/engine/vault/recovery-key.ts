import { AppError } from '../../shared/result'

// What is printed and kept in a drawer: 34 random letters and digits (170 bits) and one that tells a typing mistake, in seven
// groups of five. The alphabet is Crockford's base 32: no I, L, O or U, so that nothing is mistaken for a one or a zero.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbols = 34
const groupLength = 5

/** How many random bytes {@link newRecoveryKey} wants: five bits of each are used, so that all symbols are as likely. */
export const recoveryKeyBytes = symbols

/** @returns a recovery key as it is printed: `7QK2M-…` */
export function newRecoveryKey(random: Uint8Array): string {
  const values = [...random.subarray(0, symbols)].map(byte => byte % alphabet.length)
  return grouped([...values, checkOf(values)].map(value => alphabet.charAt(value)).join(''))
}

/**
 * A recovery key as somebody typed it: in small letters, without dashes, with an O for a zero.
 *
 * @returns the key as it was printed
 * @throws AppError `recovery_key_mistyped` when it cannot be one
 */
export function readRecoveryKey(typed: string): string {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = [...text].map(letter => alphabet.indexOf(letter))
  const check = values.pop()
  const isOne = values.length === symbols && !values.includes(-1) && check === checkOf(values)
  if (!isOne) throw new AppError('recovery_key_mistyped', {}, 'user')
  return grouped(text)
}

/** Luhn's algorithm for 32 symbols: tells every single wrong symbol and nearly every swap of neighbours. */
function checkOf(values: readonly number[]): number {
  const base = alphabet.length
  const sum = values.reduce((total, value, index) => {
    const weighted = value * ((values.length - index) % 2 === 1 ? 2 : 1)
    return total + Math.floor(weighted / base) + (weighted % base)
  }, 0)
  return (base - (sum % base)) % base
}

function grouped(text: string): string {
  return (text.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-')
}
