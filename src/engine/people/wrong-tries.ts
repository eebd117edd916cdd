import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/result'
import { replaceDurably } from '../store/blob-files'
import { makePrivateFolder } from '../store/private-files'

/** Tries in a row that were wrong, or are being compared now. */
export interface WrongTries {
  readonly attempts: number
  /** Epoch milliseconds before which no other try is made. */
  readonly waitUntil: number
}

/** Somebody mistypes twice; who goes on is made to wait. */
const freeAttempts = 3
const longestWaitMs = 15 * 60_000

/** Milliseconds until the next try after so many in a row that were wrong: 2 s after the third, doubling, at most 15 min. */
export function waitAfter(attempts: number): number {
  if (attempts < freeAttempts) return 0
  return Math.min(longestWaitMs, 2_000 * 2 ** Math.min(attempts - freeAttempts, 20))
}

/**
 * Counts one more try, or says that it is too early for it.
 *
 * @param now epoch milliseconds
 * @returns what to keep before anything is compared (so that many tries at once gain nothing), and how long is to be waited
 */
export function countTry({ attempts, waitUntil }: WrongTries, now: number): { tries: WrongTries; waitMs: number } {
  // A clock that was set back would make the wait longer than it was: it begins anew.
  const waitMs = Math.min(waitUntil - now, waitAfter(attempts))
  if (waitMs > 0) return { tries: { attempts, waitUntil: now + waitMs }, waitMs }
  return { tries: { attempts: attempts + 1, waitUntil: now + waitAfter(attempts + 1) }, waitMs: 0 }
}

/** What somebody tries to open. */
export type TriedDoor = 'vault' | 'restore'

/** Beside the books: it must be known when they cannot be opened. */
export const triesFile = 'wrong-tries.json'

const KeptTries = z.partialRecord(
  z.enum(['vault', 'restore'] satisfies readonly TriedDoor[]),
  z.object({ attempts: z.number().int().min(0), waitUntil: z.number() }),
)
type KeptTries = z.infer<typeof KeptTries>

/** Tries at what stands before the books, where these cannot keep count themselves. */
export interface TriesKept {
  /** To be called before a secret is compared. @throws AppError with this code (params `seconds`) while it is too early */
  count(door: TriedDoor, tooEarly: 'vault_wait' | 'passphrase_wait'): void
  /** It was the right one. */
  forget(door: TriedDoor): void
}

/**
 * Kept in a file, so that starting anew gains nothing. Whoever can delete the file can also copy what they guess at and
 * try it elsewhere: against them stands the slow derivation of keys alone.
 *
 * @param now epoch milliseconds
 */
export function keepTries(file: string, now: () => number): TriesKept {
  let kept = readTries(file)

  function keep(tries: KeptTries): void {
    kept = tries
    try {
      if (Object.keys(tries).length === 0) return rmSync(file, { force: true })
      makePrivateFolder(dirname(file))
      replaceDurably(file, Buffer.from(`${JSON.stringify(tries)}\n`))
    } catch {
      // A disk that is full or may only be read must not keep people out of their books; this engine still counts.
    }
  }

  return {
    count(door, tooEarly) {
      const { tries, waitMs } = countTry(kept[door] ?? { attempts: 0, waitUntil: 0 }, now())
      keep({ ...kept, [door]: tries })
      if (waitMs > 0) throw new AppError(tooEarly, { seconds: Math.ceil(waitMs / 1000) }, 'later')
    },
    forget(door) {
      const { [door]: _, ...others } = kept
      keep(others)
    },
  }
}

function readTries(file: string): KeptTries {
  try {
    return KeptTries.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Nobody was wrong, or the disk spoiled it.
    return {}
  }
}
