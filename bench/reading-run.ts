// A year's documents read in one go: half XML, a third digital PDF, the rest scanned pages, no two alike. The engine is killed
// once on the way and started again, and what it read before the kill is not read again.
// Run with `npm run bench -- reading-run [--documents 5200] [--workers 2]`; prints JSON.
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { count, eq } from 'drizzle-orm'
import { openStore } from '../src/engine/store/open'
import { journal } from '../src/engine/store/schema'
import { ask, drained, engineOn } from '../test/engine-on-disk'
import { makeCfdi, makePdf } from '../test/made-invoices'
import { describeMachine } from './parts/machine'
import { round } from './parts/statistics'

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '300' },
    workers: { type: 'string', default: '2' },
    /** The engine's own process: takes what lies in `folder` and reads until nothing waits. */
    life: { type: 'string' },
  },
})
const [wanted, workers] = [Number(options.documents), Number(options.workers)]
/** What the goal allows, for 5,200 documents on two cores. */
const goal = { documents: 5_200, minutes: 60, workerMiB: 450 }

if (options.life !== undefined) await live(options.life)
else console.log(JSON.stringify(await measure(), null, 2))

/** One life of the engine on a data folder; what was dropped before is taken up again. */
async function live(folder: string): Promise<void> {
  const engine = engineOn(join(folder, 'data'), workers)
  await engine.start({ posts: false })
  const taken = join(folder, 'taken')
  if (!existsSync(taken)) {
    await engine.take([join(folder, 'dropped')], 'folder')
    writeFileSync(taken, '')
  }
  const telling = setInterval(() => {
    void ask(engine, 'document.counts', {}).then(({ progress }) => process.send?.(progress.waiting + progress.running))
  }, 500)
  await drained(engine)
  clearInterval(telling)
  const { conservation } = await ask(engine, 'document.counts', {})
  await engine.close()
  writeFileSync(join(folder, 'states.json'), JSON.stringify(conservation.byState))
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-reading-run-'))
  mkdirSync(join(folder, 'dropped'))
  const kinds = await writeDocuments(join(folder, 'dropped'))
  const startedAt = performance.now()
  const first = await runLife(folder, left => existsSync(join(folder, 'taken')) && left * 2 <= wanted)
  const readBefore = readingsOf(folder).read
  const second = await runLife(folder, () => false)
  const minutes = (performance.now() - startedAt) / 60_000
  const { read, again } = readingsOf(folder)
  const states = JSON.parse(readFileSync(join(folder, 'states.json'), 'utf8')) as Record<string, number>
  rmSync(folder, { recursive: true, force: true })
  const workerMiB = Math.max(first.workerMiB, second.workerMiB)
  const minutesFor5200 = (minutes * goal.documents) / wanted
  return {
    bench: 'reading-run',
    machine: describeMachine(),
    documents: wanted,
    kinds,
    minutes: round(minutes),
    minutesFor5200: round(minutesFor5200),
    wasKilled: first.wasKilled,
    readBeforeTheKill: readBefore,
    read,
    readAgain: again,
    states: Object.fromEntries(Object.entries(states).filter(([, documents]) => documents > 0)),
    peakMiB: { engine: round(Math.max(first.engineMiB, second.engineMiB)), worker: round(workerMiB) },
    goal,
    isMet: minutesFor5200 <= goal.minutes && workerMiB <= goal.workerMiB && again === 0 && read === wanted,
  }
}

/** Half XML, a third digital PDF, the rest scans of one page. */
async function writeDocuments(dropped: string): Promise<{ xml: number; digital: number; scans: number }> {
  const samples = join(process.cwd(), 'resources', 'samples')
  const scan = readdirSync(samples).find(name => name.includes('scan'))
  if (scan === undefined) throw new Error('no sample of a scan')
  const scanned = readFileSync(join(samples, scan))
  const kinds = { xml: 0, digital: 0, scans: 0 }
  for (let number = 1; number <= wanted; number += 1) {
    const share = number % 6
    if (share < 3) {
      kinds.xml += 1
      writeFileSync(join(dropped, `${number}.xml`), makeCfdi(number))
    } else if (share < 5) {
      kinds.digital += 1
      writeFileSync(join(dropped, `${number}.pdf`), await makePdf(number))
    } else {
      kinds.scans += 1
      // A comment behind the end makes the bytes differ and changes nothing on the page.
      writeFileSync(join(dropped, `${number}.pdf`), Buffer.concat([scanned, Buffer.from(`\n%${number}\n`)]))
    }
  }
  return kinds
}

/** Starts the engine in a process of its own and watches its memory; kills it the hard way when asked to. */
async function runLife(folder: string, isTime: (left: number) => boolean) {
  const [script] = process.argv.slice(1)
  if (script === undefined) throw new Error('no script to start again')
  const child = fork(script, ['--life', folder, '--workers', String(workers)])
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve =>
    child.on('exit', (code, signal) => resolve({ code, signal })),
  )
  const peak = { engineMiB: 0, workerMiB: 0 }
  const watch = setInterval(() => {
    if (child.pid === undefined) return
    peak.engineMiB = Math.max(peak.engineMiB, residentMiB(child.pid))
    for (const worker of childrenOf(child.pid)) peak.workerMiB = Math.max(peak.workerMiB, residentMiB(worker))
  }, 250)
  child.on('message', left => {
    if (typeof left === 'number' && isTime(left)) child.kill('SIGKILL')
  })
  const { code, signal } = await ended
  clearInterval(watch)
  if (signal === null && code !== 0) throw new Error(`the engine ended with ${code ?? 'nothing'}`)
  return { ...peak, wasKilled: signal === 'SIGKILL' }
}

/** Documents read so far, and readings beyond the first of each. */
function readingsOf(folder: string): { read: number; again: number } {
  const store = openStore(join(folder, 'data', 'own'))
  const perDocument = store.db
    .select({ times: count() })
    .from(journal)
    .where(eq(journal.kind, 'document.read'))
    .groupBy(journal.documentId)
    .all()
  store.close()
  return { read: perDocument.length, again: perDocument.reduce((sum, { times }) => sum + times - 1, 0) }
}

/** Memory of a process as Linux tells it; 0 elsewhere and when it has ended. */
function residentMiB(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(contentOf(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

function childrenOf(pid: number): number[] {
  return contentOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function contentOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
