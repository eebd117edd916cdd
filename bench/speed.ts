// Reading speed by kind of document, and the whole road for 500 mixed documents, engine and workers as in the terminal.
// Run with `npm run bench -- speed [DOCUMENTS]`; 0 leaves the road out. Beside the native tool where pdftotext is installed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPool, type Pool, type ReadTask } from '../src/engine/worker/pool'
import { forkWorkers } from '../src/engine/worker/child-process'
import { drained, ask, engineOn, workerScript } from '../test/engine-on-disk'
import { makeCfdi, makePdf } from '../test/made-invoices'
import { describeMachine } from './parts/machine'
import { distributionOf, round, type Distribution } from './parts/statistics'

const samples = join(process.cwd(), 'resources', 'samples')
const sampleNames = readdirSync(samples)
const options = {
  forceOcr: false,
  ocrLanguages: ['spa', 'eng'],
  maxPages: 200,
  ownTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
} as const

function sampleBytes(part: string): Uint8Array {
  const name = sampleNames.find(candidate => candidate.includes(part))
  if (!name) throw new Error(`no sample named like ${part}`)
  return readFileSync(join(samples, name))
}

/** Milliseconds of each reading after two that warm the worker up. */
async function timesOf(
  pool: Pool,
  count: number,
  task: (number: number) => ReadTask | Promise<ReadTask>,
): Promise<number[]> {
  const times: number[] = []
  for (let number = -2; number < count; number++) {
    const asked = await task(number + 10)
    const startedAt = performance.now()
    await pool.read(asked)
    if (number >= 0) times.push(performance.now() - startedAt)
  }
  return times
}

async function measureReading() {
  const pool = createPool({ start: forkWorkers(workerScript), size: 1 })
  const text = new TextEncoder()
  const pdf = { kind: 'pdf', mediaType: 'application/pdf', options } as const
  const report = {
    xmlMs: distributionOf(
      await timesOf(pool, 200, number => ({
        bytes: text.encode(makeCfdi(number)),
        kind: 'xml',
        mediaType: 'application/xml',
        options,
      })),
    ),
    digitalPdfMs: distributionOf(await timesOf(pool, 50, async number => ({ ...pdf, bytes: await makePdf(number) }))),
    scanPageMs: distributionOf(await timesOf(pool, 8, () => ({ ...pdf, bytes: sampleBytes('scan') }))),
    photoMs: distributionOf(
      await timesOf(pool, 5, () => ({ bytes: sampleBytes('foto'), kind: 'image', mediaType: 'image/jpeg', options })),
    ),
  }
  await pool.close()
  const nativePdfMs = await measureNative(50)
  const isMet = {
    xml: report.xmlMs.median <= goal.xmlMs,
    digitalPdf: report.digitalPdfMs.median <= goal.digitalPdfMs,
    digitalPdfBesideNative: nativePdfMs === null ? null : report.digitalPdfMs.median <= nativePdfMs.median,
  }
  return { ...report, nativePdfMs, goal, isMet }
}

/** Medians that reading may take, in milliseconds; a digital PDF no longer than starting the native tool for it. */
const goal = { xmlMs: 5, digitalPdfMs: 120 }

/** The same digital PDFs by `pdftotext -layout`, a start of the program each; null where it is not installed. */
async function measureNative(count: number): Promise<Distribution | null> {
  if (spawnSync('pdftotext', ['-v']).error) return null
  const folder = mkdtempSync(join(tmpdir(), 'quittance-native-'))
  const times: number[] = []
  for (let number = 0; number < count; number++) {
    const file = join(folder, `${number}.pdf`)
    writeFileSync(file, await makePdf(number + 10))
    const startedAt = performance.now()
    spawnSync('pdftotext', ['-layout', file, '-'])
    times.push(performance.now() - startedAt)
  }
  rmSync(folder, { recursive: true, force: true })
  return distributionOf(times)
}

/** Half XML, two fifths digital PDF, the rest scans: what an office receives in a week. */
async function writeMixed(folder: string, count: number): Promise<void> {
  const scan = sampleBytes('scan')
  for (let number = 1; number <= count; number++) {
    const share = number % 50
    if (share < 25) writeFileSync(join(folder, `${number}.xml`), makeCfdi(number))
    else if (share < 48) writeFileSync(join(folder, `${number}.pdf`), await makePdf(number))
    // A comment behind the end makes the bytes differ and changes nothing on the page.
    else writeFileSync(join(folder, `${number}.pdf`), Buffer.concat([scan, Buffer.from(`\n%${number}\n`)]))
  }
}

async function measureRoad(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-speed-'))
  const dropped = join(folder, 'dropped')
  mkdirSync(dropped)
  await writeMixed(dropped, count)
  const engine = engineOn(join(folder, 'data'), 2)
  await engine.start({ posts: false })
  const loop = monitorEventLoopDelay({ resolution: 5 })
  let peakEngineBytes = 0
  const watch = setInterval(() => (peakEngineBytes = Math.max(peakEngineBytes, process.memoryUsage.rss())), 200)
  loop.enable()
  const startedAt = performance.now()
  await engine.take([dropped], 'folder')
  const takenMs = performance.now() - startedAt
  await drained(engine)
  const seconds = (performance.now() - startedAt) / 1000
  loop.disable()
  clearInterval(watch)
  const { conservation } = await ask(engine, 'document.counts', {})
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    documents: count,
    takenMs: round(takenMs),
    seconds: round(seconds),
    documentsPerSecond: round(count / seconds),
    states: Object.fromEntries(Object.entries(conservation.byState).filter(([, documents]) => documents > 0)),
    engineLoopDelayMs: { p99: round(loop.percentile(99) / 1e6), worst: round(loop.max / 1e6) },
    enginePeakMiB: round(peakEngineBytes / 2 ** 20),
  }
}

const roadCount = Number(process.argv[2] ?? 500)
const report = {
  bench: 'speed',
  machine: describeMachine(),
  reading: await measureReading(),
  ...(roadCount > 0 ? { road: await measureRoad(roadCount) } : {}),
}
console.log(JSON.stringify(report, null, 2))
