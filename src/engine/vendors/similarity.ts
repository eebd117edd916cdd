/** Groups of three letters of a folded name; short names get borders so that they have some too. */
export function trigrams(key: string): Set<string> {
  const padded = `  ${key} `
  const found = new Set<string>()
  for (let index = 0; index + 3 <= padded.length; index += 1) found.add(padded.slice(index, index + 3))
  return found
}

/** Share of the trigrams two names have in common, 0 (nothing) to 1 (the same letters). */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [smaller, larger] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const gram of smaller) if (larger.has(gram)) shared += 1
  return (2 * shared) / (one.size + other.size)
}
