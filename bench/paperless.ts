import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../src/engine/engine'
import { defaultPaperlessOptions } from '../src/shared/paperless'
import { ask } from '../test/engine-on-disk'
import { startPaperless } from '../test/paperless-stand-in/server'

// How fast documents of the archive become rows: npm run bench -- paperless [count]
const count = Number(process.argv[2] ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
const standIn = await startPaperless()
for (let number = 1; number <= count; number++) {
  const bytes = Buffer.concat([Buffer.from(`%PDF-1.7\n% ${number}\n`), Buffer.alloc(60_000, number % 251)])
  standIn.add({ title: `A-${number}`, fileName: `A-${number}.pdf`, bytes })
}
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const engine = createEngine({
  dataFolder: folder,
  resourcesFolder: join(process.cwd(), 'resources'),
  version: 'bench',
  workers: 1,
  startWorker: () => Promise.reject(new Error('nothing is read here')),
  now: Date.now,
  random: Math.random,
  keyStore: { seal: secret => Promise.resolve(secret), open: sealed => Promise.resolve(sealed) },
  log: silent,
})
await engine.start({ reads: false, posts: false })
await ask(engine, 'paperless.connect', { url: standIn.url, token: standIn.token })
const take = { tagIds: [], documentTypeIds: [], correspondentIds: [], customField: null }
await ask(engine, 'paperless.setOptions', { options: { ...defaultPaperlessOptions, take } })
const startedAt = performance.now()
const { counts } = await ask(engine, 'paperless.sync', {})
const seconds = (performance.now() - startedAt) / 1000
await engine.close()
await standIn.close()
rmSync(folder, { recursive: true, force: true })
console.log(
  `${counts.taken} of ${count} documents in ${seconds.toFixed(1)} s: ${(counts.taken / seconds).toFixed(1)} a second (goal 20)`,
)
console.log(
  JSON.stringify({
    documents: counts.taken,
    seconds: Number(seconds.toFixed(2)),
    perSecond: Number((counts.taken / seconds).toFixed(1)),
  }),
)
