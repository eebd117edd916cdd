/** Which pages belong to one part, both included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** The parts that cut marks make of `count` pages; a mark stands before the page it names. */
export function partsOf(starts: readonly number[], count: number): PageRange[] {
  const bounds = [1, ...starts.toSorted((one, other) => one - other), count + 1]
  return bounds.slice(0, -1).map((from, index) => ({ from, to: (bounds[index + 1] ?? count + 1) - 1 }))
}

/** Sets a mark before a page, or takes it away. */
export function toggled(starts: readonly number[], page: number): number[] {
  const others = starts.filter(start => start !== page)
  return others.length < starts.length ? others : [...others, page].toSorted((one, other) => one - other)
}

/** Moves a mark by one page; it neither leaves the pages nor lands on another mark. */
export function moved(starts: readonly number[], page: number, direction: 1 | -1, count: number): number[] {
  const target = page + direction
  if (!starts.includes(page) || starts.includes(target) || target < 2 || target > count) return [...starts]
  return starts.map(start => (start === page ? target : start)).toSorted((one, other) => one - other)
}
