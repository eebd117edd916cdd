import { misreadings } from './misread'
import { taxIdShape } from './tax-id-patterns'

/** Signs of one tax id that may have been misread. */
const mostMisread = 2

/**
 * The tax id that OCR misread: the only text of the same look that passes a check digit, or else the only one that has a tax id's
 * shape after one change ("NL123456789801" is "NL123456789B01"). Null when it has such a shape already, or nothing fits, or several do.
 */
export function meantTaxId(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/\s/g, '')
  if (compact.length < 8 || compact.length > 18 || taxIdShape(compact)?.isDistinct) return null
  const near = [withHyphen(compact), ...misreadings(compact, 1)]
  const shaped = near.filter(candidate => taxIdShape(candidate)?.isDistinct)
  const valid = shaped.filter(candidate => taxIdShape(candidate)?.isValid)
  const [only] = valid.length > 0 ? valid : shaped
  if (only !== undefined) return valid.length === 1 || shaped.length === 1 ? only : null
  const far = misreadings(compact, mostMisread).filter(candidate => taxIdShape(candidate)?.isValid)
  return far.length === 1 ? (far[0] ?? null) : null
}

/** The hyphen before a check digit is the first thing OCR loses. */
function withHyphen(text: string): string {
  return `${text.slice(0, -1)}-${text.slice(-1)}`
}
