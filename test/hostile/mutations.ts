import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { distributionOf, type Distribution } from '../../bench/parts/statistics'
import { forkWorkers } from '../../src/engine/worker/child-process'
import { createPool, type Pool } from '../../src/engine/worker/pool'
import { processWatch } from '../../src/engine/worker/process-usage'
import { sniff } from '../../src/engine/pipeline/sniff'
import { toErrorData } from '../../src/shared/result'
import { workerScript } from '../engine-on-disk'
import { drawFrom, mutate } from './mutate'

/** What became of damaged files. */
export interface MutationFigures {
  readonly files: number
  readonly planned: number
  readonly read: number
  /** Refused, by reason. `worker_memory` went above a worker's limit, `worker_timeout` hung. */
  readonly refused: Readonly<Record<string, number>>
  /** Errors that nobody foresaw. */
  readonly withoutReason: number
  readonly unhandledRejections: number
  /** Readings of more than 30 s by the clock. */
  readonly tooLong: number
  /** Of those, how many take as long when they are read again with nothing beside them. */
  readonly tooLongAlone: number
  readonly slowestMs: number
  readonly ms: Distribution
  /** Most memory a worker was seen with. */
  readonly mostRssBytes: number
  readonly findings: readonly string[]
}

const readable = /\.(pdf|xml|jpe?g|png|tiff?|webp|eml|p7m)$/i

/** The samples, and the hostile corpus where it lies beside the checkout. */
function filesToDamage(): string[] {
  const root = process.cwd()
  return [join(root, 'resources/samples'), join(root, '../shared/corpus/hostile')]
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && readable.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

async function readWith(pool: Pool, bytes: Uint8Array): Promise<void> {
  const { kind, mediaType } = sniff(bytes, bytes.length)
  if (kind === 'eml') return void (await pool.openMail(bytes))
  const about = { ownTaxIds: [], country: 'MX', homeCurrency: 'MXN' }
  const options = { forceOcr: false, ocrLanguages: ['eng' as const], maxPages: 20, ...about }
  await pool.read({ bytes, kind, mediaType, options })
}

export interface MutationPlan {
  readonly count: number
  /** Number of the first to be read; those before it are only made. */
  readonly from?: number
  /** The same seed damages alike. */
  readonly seed: number
  /** How many are read at the same time, each by a worker of its own. */
  readonly lanes?: number
  /** Asked before each file: whether no more is to be read. */
  readonly isTimeOver?: () => boolean
}

const longestMs = 30_000

/** Has damaged copies of good and of hostile files read by the real worker processes. */
export async function readMutations({
  count,
  from = 0,
  seed,
  lanes = 1,
  isTimeOver = () => false,
}: MutationPlan): Promise<MutationFigures> {
  const draw = drawFrom(seed)
  const originals = filesToDamage()
  const watch = processWatch()
  let mostRssBytes = 0
  const pool = createPool({
    start: forkWorkers(workerScript),
    size: lanes,
    watch: {
      everyMs: watch.everyMs,
      async usageOf(pid) {
        const usage = await watch.usageOf(pid)
        mostRssBytes = Math.max(mostRssBytes, usage?.rssBytes ?? 0)
        return usage
      },
    },
  })
  const refused: Record<string, number> = {}
  const findings: string[] = []
  const times: number[] = []
  const slow: { readonly about: string; readonly ms: number; readonly bytes: Uint8Array }[] = []
  let [read, withoutReason, unhandledRejections, tooLongAlone] = [0, 0, 0, 0]
  const onRejection = (reason: unknown) => {
    unhandledRejections++
    findings.push(`unhandled: ${String(reason)}`)
  }
  process.on('unhandledRejection', onRejection)

  function damageOne(): { readonly file: string; readonly bytes: Uint8Array } {
    const [file = '', other = ''] = [originals[draw(originals.length)], originals[draw(originals.length)]]
    return { file, bytes: mutate(readFileSync(file), readFileSync(other), draw) }
  }

  async function readOne(about: string, bytes: Uint8Array): Promise<void> {
    const startedAt = performance.now()
    try {
      await readWith(pool, bytes)
      read++
    } catch (thrown) {
      const { code } = toErrorData(thrown)
      refused[code] = (refused[code] ?? 0) + 1
      if (code === 'bug') withoutReason++
      if (code === 'bug' || code.startsWith('worker_')) findings.push(`${about}: ${String(thrown)}`)
    }
    const ms = Math.round(performance.now() - startedAt)
    times.push(ms)
    if (ms > longestMs) slow.push({ about, ms, bytes })
  }

  /** Whether it is the file that is slow, or the machine that had other things to do. */
  async function readAlone({ about, ms, bytes }: (typeof slow)[number]): Promise<void> {
    const startedAt = performance.now()
    // What it is refused with was told the first time.
    await readWith(pool, bytes).catch(toErrorData)
    const aloneMs = Math.round(performance.now() - startedAt)
    if (aloneMs > longestMs) tooLongAlone++
    findings.push(`${about}: ${ms} ms, alone ${aloneMs} ms`)
  }

  let number = 0
  async function walkLane(): Promise<void> {
    while (number < from + count && !isTimeOver()) {
      // Made one after the other, whoever reads them: the same seed damages alike.
      const about = String(number++)
      const { file, bytes } = damageOne()
      await readOne(`${about}, of ${file}`, bytes)
    }
  }

  try {
    for (; number < from; number++) damageOne()
    await Promise.all(Array.from({ length: lanes }, walkLane))
    for (const each of slow) await readAlone(each)
  } finally {
    await pool.close()
    process.off('unhandledRejection', onRejection)
  }
  return {
    files: times.length,
    planned: count,
    read,
    refused,
    withoutReason,
    unhandledRejections,
    tooLong: slow.length,
    tooLongAlone,
    slowestMs: Math.max(0, ...times),
    ms: distributionOf(times),
    mostRssBytes,
    findings,
  }
}
