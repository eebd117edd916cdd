import { and, gt, lte, max, type SQL } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'

/** Intake numbers per slice: some ten milliseconds, then others get their turn. */
const sliceSize = 200
const tellEveryMs = 200

/** Who waits for a walk through all documents: hears how far it is, and may end it. */
export interface Walker {
  readonly signal?: AbortSignal
  /** Intake number reached, of the last one there is. */
  tell?(done: number, of: number): void
}

/**
 * Slices of everything received, in order of arrival. Each is a range of intake numbers rather than a number of rows, so
 * that a condition few documents fit cannot make one slice a walk through all of them.
 *
 * @returns conditions on `documents`, one slice after the other; ends early when the walker is told to stop
 */
export async function* slicesOf(reader: Reader, { signal, tell }: Walker, after = 0): AsyncGenerator<Slice> {
  const { intakeNumber } = documents
  const last =
    reader
      .select({ number: max(intakeNumber) })
      .from(documents)
      .get()?.number ?? 0
  let told = performance.now()
  for (let from = after; from < last; from += sliceSize) {
    if (signal?.aborted) return
    const through = Math.min(last, from + sliceSize)
    yield { where: and(gt(intakeNumber, from), lte(intakeNumber, through)), through }
    if (performance.now() - told > tellEveryMs) {
      told = performance.now()
      tell?.(through, last)
    }
    await setImmediate()
  }
}

export interface Slice {
  readonly where: SQL | undefined
  /** Its last intake number. */
  readonly through: number
}
