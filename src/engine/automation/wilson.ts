/** Standard normal quantile for 95 %. */
const z95 = 1.959963984540054

/**
 * Wilson's score interval at 95 % for a share of `of` trials: unlike the textbook interval it stays sensible for few
 * trials and for shares near 0, which is where a bar for automation lives. E. B. Wilson, 1927.
 *
 * @returns bounds between 0 and 1; null without any trial
 */
export function wilson95(hits: number, of: number): { readonly from: number; readonly to: number } | null {
  if (of === 0) return null
  const share = hits / of
  const z2 = z95 * z95
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { from: hits === 0 ? 0 : Math.max(0, centre - half), to: hits === of ? 1 : Math.min(1, centre + half) }
}
