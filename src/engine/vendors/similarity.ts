/** Groups of three letters of a folded name; short names get borders so that they have some too. */
export function trigrams(key: string): Set<string> {
  const padded = bordered(key)
  const found = new Set<string>()
  for (let index = 0; index + 3 <= padded.length; index += 1) found.add(padded.slice(index, index + 3))
  return found
}

function bordered(key: string): string {
  return `  ${key} `
}

/**
 * Share of letter groups a name has in common with another one, 0 (nothing) to 1 (the same letters).
 *
 * @param wanted the trigrams of one name, cut once for many comparisons
 */
export function similarityTo(wanted: ReadonlySet<string>, key: string): number {
  const padded = bordered(key)
  const count = padded.length - 2
  // So different in length that most groups cannot be shared.
  if (Math.min(count, wanted.size) * 3 < Math.max(count, wanted.size)) return 0
  let shared = 0
  for (let index = 0; index < count; index += 1) if (wanted.has(padded.slice(index, index + 3))) shared += 1
  return Math.min(1, (2 * Math.min(shared, wanted.size)) / (count + wanted.size))
}
