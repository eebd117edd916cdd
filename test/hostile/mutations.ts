import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  readonly slowestMs: number
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
  /** Asked before each file: whether no more is to be read. */
  readonly isTimeOver?: () => boolean
}

/** Has damaged copies of good and of hostile files read by the real worker processes, one after the other. */
export async function readMutations({
  count,
  from = 0,
  seed,
  isTimeOver = () => false,
}: MutationPlan): Promise<MutationFigures> {
  const draw = drawFrom(seed)
  const originals = filesToDamage()
  const watch = processWatch()
  let mostRssBytes = 0
  const pool = createPool({
    start: forkWorkers(workerScript),
    size: 1,
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
  let [files, read, withoutReason, unhandledRejections, tooLong, slowestMs] = [0, 0, 0, 0, 0, 0]
  const onRejection = (reason: unknown) => {
    unhandledRejections++
    findings.push(`unhandled: ${String(reason)}`)
  }
  process.on('unhandledRejection', onRejection)

  function damageOne(): { readonly file: string; readonly bytes: Uint8Array } {
    const [file = '', other = ''] = [originals[draw(originals.length)], originals[draw(originals.length)]]
    return { file, bytes: mutate(readFileSync(file), readFileSync(other), draw) }
  }

  async function readOne(number: number): Promise<void> {
    const { file, bytes } = damageOne()
    const startedAt = performance.now()
    files++
    try {
      await readWith(pool, bytes)
      read++
    } catch (thrown) {
      const { code } = toErrorData(thrown)
      refused[code] = (refused[code] ?? 0) + 1
      if (code === 'bug') withoutReason++
      if (code === 'bug' || code.startsWith('worker_')) findings.push(`${number}, of ${file}: ${String(thrown)}`)
    }
    const ms = Math.round(performance.now() - startedAt)
    slowestMs = Math.max(slowestMs, ms)
    if (ms > 30_000) {
      tooLong++
      findings.push(`${number}, of ${file}: ${ms} ms`)
    }
  }

  try {
    for (let number = 0; number < from; number++) damageOne()
    for (let number = from; number < from + count && !isTimeOver(); number++) await readOne(number)
  } finally {
    await pool.close()
    process.off('unhandledRejection', onRejection)
  }
  return {
    files,
    planned: count,
    read,
    refused,
    withoutReason,
    unhandledRejections,
    tooLong,
    slowestMs,
    mostRssBytes,
    findings,
  }
}
