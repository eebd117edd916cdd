/** One place up or down in an ordered list. */
export type Neighbour = 'up' | 'down'

/** @returns the order after the move; undefined where it stands at the end already */
export function movedTo<T>(ids: readonly T[], id: T, direction: Neighbour): T[] | undefined {
  const from = ids.indexOf(id)
  const to = from + (direction === 'up' ? -1 : 1)
  if (from === -1 || to < 0 || to >= ids.length) return undefined
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
