/**
 * Whether a typed word is another one with a slip of the keyboard: one wrong, missing, added or swapped letter from
 * four letters on, two from eight on. The typed word may also be the misspelt beginning of a longer one.
 */
export function closeEnough(typed: string, word: string): boolean {
  const slips = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  if (slips === 0 || (typed[0] !== word[0] && typed[1] !== word[1])) return false
  if (Math.abs(typed.length - word.length) <= slips) return editDistance(typed, word, slips) <= slips
  if (word.length < typed.length || typed.length < 5) return false
  return editDistance(typed, word.slice(0, typed.length), 1) <= 1
}

/**
 * Letters to add, drop, replace or swap with their neighbour to turn one word into the other.
 *
 * @param most stops counting above this and returns `most + 1`
 */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    let rowBest = row
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? most) + 1)
      }
      current.push(cost)
      rowBest = Math.min(rowBest, cost)
    }
    if (rowBest > most) return most + 1
    beforeLast = last
    last = current
  }
  return last[to.length] ?? most + 1
}
