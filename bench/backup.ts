// What a backup of a gigabyte takes, the first time and again, and how long the engine's own thread waits meanwhile; then
// putting it back onto an empty machine. Run with `npm run bench -- backup [MiB of originals]`.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { runInThread } from '../src/engine/backup/backup-task'
import { shelfOf } from '../src/engine/backup/places'
import { companyFolder } from '../src/engine/company-folders'
import { openBlobs } from '../src/engine/store/blobs'
import { insertDocument } from '../src/engine/store/documents'
import { appendJournal } from '../src/engine/store/journal'
import { newId } from '../src/engine/store/new-id'
import { openStore, storeFile } from '../src/engine/store/open'
import { write } from '../src/engine/store/write'
import type { DocumentId, EpochMs } from '../src/shared/ids'
import { describeMachine } from './parts/machine'
import { round } from './parts/statistics'

const mebibytes = Number(process.argv[2] ?? 1_000)
/** Rows of the journal for each original: what a document leaves behind from its arrival to its posting. */
const rowsPerDocument = 40
const at = Date.UTC(2026, 2, 1) as EpochMs

const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
const dataFolder = join(folder, 'data')
const target = join(folder, 'disk')
const own = companyFolder(dataFolder, 'own')

function fill(): void {
  const store = openStore(own)
  const blobs = openBlobs(own)
  for (let number = 1; number <= mebibytes; number++) {
    const bytes = randomBytes(2 ** 20)
    const sha256 = blobs.put(bytes)
    const fileName = `invoice ${number}.pdf`
    write(store, tx => {
      const { id } = insertDocument(tx, {
        id: newId<DocumentId>(at + number),
        sha256,
        fileName,
        bytes: bytes.length,
        kind: 'pdf',
        mediaType: 'application/pdf',
        source: 'drop',
        receivedAt: (at + number) as EpochMs,
        state: 'ready',
      })
      for (let row = 0; row < rowsPerDocument; row++) {
        appendJournal(tx, { at, actor: 'person', kind: 'field.changed', documentId: id, after: { value: '1160.00' } })
      }
    })
  }
  store.close()
}

/** Seconds of the work, and the longest wait of this thread beside it, in milliseconds. */
async function measured<T>(work: () => Promise<T>): Promise<{ seconds: number; longestLoopWaitMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  await work()
  const seconds = (performance.now() - startedAt) / 1000
  delay.disable()
  return { seconds: round(seconds), longestLoopWaitMs: round(delay.max / 1e6) }
}

fill()
// The books stay open and the engine's thread free, as in the app.
const store = openStore(own)
const run = runInThread(join(process.cwd(), 'out', 'main', 'backup-thread.js'))
const ignore = () => undefined
const task = { company: 'own', companyFolder: own, target, madeBy: 'bench', keep: 7 } as const
let made = ''
const first = await measured(async () => {
  made = (await run('make', { ...task, at }, ignore)).folder
})
const again = await measured(() => run('make', { ...task, at: (at + 60_000) as EpochMs }, ignore))
const shelf = shelfOf(target, 'own')
const check = await measured(() => run('check', { folder: made, shelf, originals: 'read' }, ignore))
store.close()
const restore = await measured(() =>
  run('restore', { folder: made, shelf, dataFolder: join(folder, 'fresh'), at: (at + 120_000) as EpochMs }, ignore),
)
console.log(
  JSON.stringify(
    {
      machine: describeMachine(),
      originalsMiB: mebibytes,
      storeMiB: round(statSync(join(own, storeFile)).size / 2 ** 20),
      first,
      again,
      check,
      restore,
    },
    null,
    2,
  ),
)
rmSync(folder, { recursive: true, force: true })
