import { misreadings } from './misread'
import { taxIdShape } from './tax-id-patterns'

/**
 * The tax id that OCR misread: the only text of the same look that passes a check digit, or else the only one that has a tax id's
 * shape after one change ("NL123456789801" is "NL123456789B01"). Null when it has such a shape already, or nothing fits, or several do.
 */
export function meantTaxId(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/\s/g, '')
  if (compact.length < 8 || compact.length > 18 || taxIdShape(compact)?.isDistinct) return null
  // Bare numbers are everywhere on a page, and half of them look like some id with one digit made a letter.
  const near = [withHyphen(compact), ...(/[A-Z]/.test(compact) ? misreadings(compact, 1) : [])]
  const shaped = near.filter(candidate => taxIdShape(candidate)?.isDistinct)
  const valid = shaped.filter(candidate => taxIdShape(candidate)?.isValid)
  if (valid.length > 0) return onlyOf(valid)
  // A second misread sign beside the one that broke the shape; without a check digit two changes would be a guess.
  const further = shaped.flatMap(candidate => misreadings(candidate, 1))
  return onlyOf(further.filter(candidate => taxIdShape(candidate)?.isValid)) ?? onlyOf(shaped)
}

function onlyOf(candidates: readonly string[]): string | null {
  const different = new Set(candidates)
  return different.size === 1 ? (candidates[0] ?? null) : null
}

/** The hyphen before a check digit is the first thing OCR loses. */
function withHyphen(text: string): string {
  return `${text.slice(0, -1)}-${text.slice(-1)}`
}
