/**
 * Does a piece of work for each item, several side by side: while one waits for its engine, another works. Those begun are
 * always the first so many.
 *
 * @param lanes how many at a time
 * @param isTimeOver asked before each: whether no more is to be begun
 * @returns what came of those begun, in the order of the items
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
  isTimeOver: () => boolean = () => false,
): Promise<Result[]> {
  const results: Result[] = []
  const left = items.entries()

  async function walkLane(): Promise<void> {
    for (const [index, item] of left) {
      if (isTimeOver()) return
      results[index] = await work(item)
    }
  }

  await Promise.all(Array.from({ length: lanes }, walkLane))
  return results
}
