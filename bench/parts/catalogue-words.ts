import { stems } from '../../src/engine/pipeline/code/stems'
import { classOfCode, type ProductClass } from '../../src/engine/pipeline/code/product-classes'

/**
 * Which product classes each word of the catalogue speaks for. Counted by class of six digits and not by code: the
 * catalogue lists ten thousand flowers and one kind of insurance.
 *
 * @param names `code TAB name TAB similar words` per line
 * @returns `stem TAB prefix:share …` per line, words in order, shares of at least five hundredths
 */
export function catalogueWords(names: string, classes: ReadonlyMap<string, ProductClass>): string {
  const counts = new Map<string, Map<string, Set<string>>>()
  for (const line of names.split('\n').slice(1)) {
    const [code, name, similar] = line.split('\t')
    const found = classOfCode(classes, code ?? '')
    if (!code || !found) continue
    for (const word of stems(`${name ?? ''} ${similar ?? ''}`)) {
      if (/\d/.test(word)) continue
      const byPrefix = counts.get(word) ?? new Map<string, Set<string>>()
      byPrefix.set(found.prefix, (byPrefix.get(found.prefix) ?? new Set()).add(code.slice(0, 6)))
      counts.set(word, byPrefix)
    }
  }
  const rows = [...counts].map(([word, byPrefix]) => {
    const total = [...byPrefix.values()].reduce((sum, set) => sum + set.size, 0)
    const shares = [...byPrefix]
      .map(([prefix, set]) => ({ prefix, share: set.size / (total + 0.5) }))
      .filter(({ share }) => share >= 0.05)
      .sort((a, b) => b.share - a.share)
      .slice(0, 6)
    return { word, shares }
  })
  return rows
    .filter(({ shares }) => shares.length > 0)
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(
      ({ word, shares }) =>
        `${word}\t${shares.map(({ prefix, share }) => `${prefix}:${share.toFixed(2)}`).join(' ')}\n`,
    )
    .join('')
}
