import type { LineRead } from '../../facts'

/** "[E-COM11] Cabinet", "12345 - Screws", "E103184 Maintenance kit". */
const withCode = /^(?:\[([^\]\s]{2,24})\]\s*|(\S{4,24})\s[-–|:]\s|([\p{Lu}\d][\p{Lu}\d./-]{3,23})\s)(?=.*\p{L}{3})/u

/**
 * Product codes that stand before the descriptions in one column with them. They are codes only when every row of the table
 * begins with one of its own, and they look alike unless a sign parts them from the text.
 */
export function withLeadingCodes(lines: readonly LineRead[]): readonly LineRead[] {
  if (lines.some(line => line.productCode !== null)) return lines
  const found = lines.map(line => withCode.exec(line.description))
  const codes = found.map(match => match?.[1] ?? match?.[2] ?? match?.[3] ?? '')
  const isParted = found.every(match => match !== null && match[3] === undefined)
  const isAlike = lines.length > 1 && new Set(codes.map(shapeOf)).size === 1
  if (new Set(codes).size < lines.length || !codes.every(isCode) || !(isParted || isAlike)) return lines
  return lines.map((line, at) => ({
    ...line,
    description: line.description.slice(found[at]?.[0].length ?? 0).trim(),
    productCode: codes[at] ?? null,
  }))
}

/** Digits, and enough of them not to be a year or a size. */
function isCode(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /\p{L}/u.test(text) ? digits >= 2 : digits >= 5
}

function shapeOf(code: string): string {
  return code.replace(/\p{L}/gu, 'A').replace(/\d/g, '9')
}
