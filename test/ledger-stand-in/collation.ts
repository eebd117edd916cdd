/** Text as the server's database compares it: without case, accents and trailing blanks. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/ +$/, '')
}

export function sameText(left: string, right: string): boolean {
  return folded(left) === folded(right)
}

/** A string cast to a number the way SQL does it: leading digits, else 0. */
export function castToNumber(text: string): number {
  const match = /^\s*-?\d+(\.\d+)?/.exec(text)
  return match ? Number(match[0]) : 0
}
