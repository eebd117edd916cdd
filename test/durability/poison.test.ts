import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StartWorker } from '../../src/engine/worker/protocol'
import { drained } from '../engine-on-disk'
import { inProcessWorkers } from '../engine/in-process-worker'
import { someEngine, someHost } from '../engine/some-engine'
import { makeCfdi } from '../made-invoices'

const poison = '<!-- what kills whoever reads it -->'

/** Workers that die of some documents, as a parser out of memory does. */
const mortalWorkers: StartWorker = async () => {
  const worker = await inProcessWorkers()
  return {
    ...worker,
    post(request) {
      if ('bytes' in request && Buffer.from(request.bytes).includes(poison)) worker.kill()
      else worker.post(request)
    },
  }
}

test('documents that kill their reader end as exceptions, and all others beside them arrive', async () => {
  const host = someHost({ startWorker: mortalWorkers })
  const incoming = mkdtempSync(join(tmpdir(), 'quittance-poison-'))
  for (let number = 1; number <= 40; number++) {
    const isPoison = number % 10 === 0
    writeFileSync(join(incoming, `${number}.xml`), makeCfdi(number) + (isPoison ? poison : ''))
  }
  const engine = someEngine(host)
  try {
    await engine.start({ posts: false })
    await engine.take([incoming], 'drop')
    await drained(engine)
    const { rows } = await engine.ask('document.list', { filter: {}, sort: {}, limit: 100 })
    const [killers, others] = [true, false].map(isPoison =>
      rows.filter(({ fileName }) => (Number.parseInt(fileName) % 10 === 0) === isPoison),
    )
    expect(others).toHaveLength(36)
    for (const { number, worstIssue } of others ?? []) expect([number, worstIssue?.key]).not.toContain('worker_crashed')
    for (const { number } of others ?? []) expect(number).not.toBeNull()
    expect(killers).toHaveLength(4)
    for (const { number, openIssues } of killers ?? []) expect([number, openIssues > 0]).toEqual([null, true])
    expect(await engine.ask('store.verify', {})).toMatchObject({ stuckJobs: 0, databaseIntact: true })
  } finally {
    await engine.close()
    for (const folder of [host.dataFolder, incoming]) rmSync(folder, { recursive: true, force: true })
  }
})
