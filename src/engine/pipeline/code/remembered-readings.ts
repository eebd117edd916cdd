import type { MeaningModel } from './meaning'
import { readLine, type Knowledge, type LineReading, type ReadableLine } from './readings'

/** Lines whose readings are kept, some two kilobytes each. */
export const readingsKept = 2_000

/** Reads lines once: what a line may be is asked again after every command on its invoice, and never changes. */
export interface RememberedReadings {
  of(line: ReadableLine, meaning: MeaningModel | undefined): readonly LineReading[]
}

export function rememberReadings(knowledge: Knowledge): RememberedReadings {
  const kept = new Map<string, readonly LineReading[]>()
  let keptWith: MeaningModel | undefined
  return {
    of(line, meaning) {
      if (meaning !== keptWith) kept.clear()
      keptWith = meaning
      const key = JSON.stringify([line.productCode, line.vendorName, line.description])
      const known = kept.get(key)
      if (known) return known
      const readings = readLine(line, knowledge, meaning)
      const [oldest] = kept.keys()
      if (kept.size >= readingsKept && oldest !== undefined) kept.delete(oldest)
      kept.set(key, readings)
      return readings
    },
  }
}
