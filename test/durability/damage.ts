import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded, type Random } from '../../bench/synthetic/random'
import { storeFile } from '../../src/engine/store/open'
import { flipBit, isCarriedOver, livePages } from './log-frames'
import { lookAtEverything, type Look } from './look-at-everything'
import { openStage } from './stage'

/** Where a disk may lie: in the books at rest, in the log a killed engine leaves behind, in what was received. */
export const places = ['store', 'log', 'originals'] as const
export type Place = (typeof places)[number]

export interface DamageCounts {
  trials: number
  /** Told before or instead of a value. */
  noticed: number
  /** Nothing is told because nothing is kept there: every answer is as before, and the whole check is content. */
  unused: number
  /** An answer differs from before, or the check is content though something is missing. */
  wrong: number
}

export interface DamageReport {
  readonly seed: number
  readonly flips: Readonly<Record<Place, DamageCounts>>
  readonly swaps: Readonly<Record<'store' | 'log', DamageCounts>>
  /** What was told, and how often. */
  readonly told: Readonly<Record<string, number>>
  readonly examples: readonly string[]
}

export interface DamagePlan {
  readonly flips: number
  readonly swaps: number
  readonly documents: number
  readonly seed: number
  /** Whether the books lie in a vault. */
  readonly isInVault?: boolean
}

interface Books {
  readonly folder: string
  readonly before: Look
}

/** Damages copies of books, one bit or two pages at a time, and looks at everything in each. */
export async function runDamage({
  flips,
  swaps,
  documents,
  seed,
  isInVault = false,
}: DamagePlan): Promise<DamageReport> {
  const random = seeded(seed)
  const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'quittance-damage-'))
  const told: Record<string, number> = {}
  const examples: string[] = []
  try {
    const closed = await booksOf(join(scratch, 'closed'), { documents, isInVault, dieAt: null })
    const killed = await booksOf(join(scratch, 'killed'), { documents, isInVault, dieAt: 'checkpoint.before' })

    const attempt = async (books: Books, harm: (folder: string) => string, counts: DamageCounts): Promise<void> => {
      const copy = join(scratch, 'copy')
      cpSync(books.folder, copy, { recursive: true })
      const what = harm(join(copy, 'own'))
      const outcome = judge(books.before, await lookAtEverything(copy))
      rmSync(copy, { recursive: true, force: true })
      counts.trials += 1
      counts[outcome.kind] += 1
      for (const code of outcome.told) told[code] = (told[code] ?? 0) + 1
      if (outcome.kind === 'wrong' && examples.length < 5) examples.push(`${what}: ${outcome.difference}`)
    }

    const flipped: Record<Place, DamageCounts> = { store: noCounts(), log: noCounts(), originals: noCounts() }
    for (let trial = 0; trial < flips; trial++) {
      const place = places[trial % places.length] ?? 'store'
      const books = place === 'log' ? killed : closed
      await attempt(books, folder => flipIn(fileOf(folder, place, random), place, random), flipped[place])
    }
    const swapped = { store: noCounts(), log: noCounts() }
    for (let trial = 0; trial < swaps; trial++) {
      const place = trial % 2 === 0 ? 'store' : 'log'
      const books = place === 'log' ? killed : closed
      await attempt(books, folder => swapIn(fileOf(folder, place, random), place, random), swapped[place])
    }
    return { seed, flips: flipped, swaps: swapped, told, examples }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const noCounts = (): DamageCounts => ({ trials: 0, noticed: 0, unused: 0, wrong: 0 })

async function booksOf(
  folder: string,
  { documents, isInVault, dieAt }: { documents: number; isInVault: boolean; dieAt: string | null },
): Promise<Books> {
  const stage = await openStage()
  try {
    if (isInVault) await stage.live({ ledger: null, changesVault: true })
    stage.bring(documents)
    await stage.live({ ledger: null, dieAt })
    // Damage to a log that stands in the database already takes nothing away; the next commit begins another.
    while (dieAt !== null && isCarriedOver(join(stage.dataFolder, 'own', storeFile))) {
      stage.bring(1)
      await stage.live({ ledger: null, dieAt })
    }
    cpSync(stage.dataFolder, folder, { recursive: true })
    const copy = `${folder}-looked-at`
    cpSync(folder, copy, { recursive: true })
    const before = await lookAtEverything(copy)
    if (before.told.length > 0) throw new Error(`books that nobody damaged complain: ${before.told.join()}`)
    return { folder, before }
  } finally {
    await stage.close()
  }
}

function judge(before: Look, after: Look) {
  const difference = [...after.answers].find(([question, answer]) => before.answers.get(question) !== answer)?.[0] ?? ''
  const kind = difference !== '' ? 'wrong' : after.told.length > 0 ? 'noticed' : 'unused'
  // Silent, and yet less was to be seen than before.
  const isShort = kind === 'unused' && after.answers.size < before.answers.size
  return { kind: isShort ? 'wrong' : kind, told: new Set(after.told), difference } as const
}

function fileOf(folder: string, place: Place, random: Random): string {
  if (place !== 'originals') return join(folder, place === 'log' ? `${storeFile}-wal` : storeFile)
  const blobs = readdirSync(join(folder, 'blobs'), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, 'blobs', name))
    .filter(path => statSync(path).isFile())
  return random.pick(blobs.sort())
}

function flipIn(file: string, place: Place, random: Random): string {
  const bytes = readFileSync(file)
  const { offsets, pageBytes } = livePages(bytes)
  // Of the log only what a recovery would take over; the head of the log and of each page of it included.
  const end = place === 'log' ? (offsets.at(-1) ?? 0) + pageBytes : bytes.length
  const at = random.whole(0, end - 1)
  flipBit(bytes, at, random.whole(0, 7))
  writeFileSync(file, bytes)
  return `bit of byte ${String(at)} of the ${place}`
}

const pageBytes = 4096

/** The disk writes two pages where the other belongs. */
function swapIn(file: string, place: 'store' | 'log', random: Random): string {
  const bytes = readFileSync(file)
  const offsets =
    place === 'log'
      ? livePages(bytes).offsets
      : Array.from({ length: bytes.length / pageBytes }, (_, page) => page * pageBytes)
  const one = random.pick(offsets)
  const other = random.pick(offsets.filter(offset => offset !== one))
  const kept = Buffer.from(bytes.subarray(one, one + pageBytes))
  bytes.copy(bytes, one, other, other + pageBytes)
  kept.copy(bytes, other)
  writeFileSync(file, bytes)
  return `pages at ${String(one)} and ${String(other)} of the ${place}`
}
