import { afterEach, expect, test } from 'vitest'
import { AppError, toErrorData } from '../../../src/shared/result'
import { forkWorkers } from '../../../src/engine/worker/child-process'
import { createPool, type Pool, type ReadTask, type WorkerLimits } from '../../../src/engine/worker/pool'
import type { StartWorker, WorkerProcess } from '../../../src/engine/worker/protocol'
import { processWatch } from '../../../src/engine/worker/process-usage'

const oddWorker = new URL('./odd-worker.mjs', import.meta.url).pathname

let pool: Pool | undefined
let started: number[] = []

afterEach(async () => {
  await pool?.close()
  pool = undefined
  started = []
})

function poolOf(size: number, limits: Partial<WorkerLimits> = {}, start: StartWorker = forkWorkers(oddWorker)): Pool {
  const noting: StartWorker = async () => {
    const worker = await start()
    started.push(worker.pid ?? 0)
    return worker
  }
  pool = createPool({ start: noting, size, limits: { readMs: 5_000, ...limits } })
  return pool
}

function document(habit: string, password?: string): ReadTask {
  return {
    bytes: new Uint8Array([1, 2, 3]),
    kind: 'pdf',
    mediaType: habit,
    options: {
      ...(password === undefined ? {} : { password }),
      forceOcr: false,
      ocrLanguages: ['eng'],
      maxPages: 1,
      ownTaxIds: [],
      country: 'MX',
      homeCurrency: 'MXN',
    },
  }
}

/** Why a reading was refused. */
async function failureOf(reading: Promise<unknown>) {
  return await reading.then(
    () => 'it was read',
    (error: unknown) => toErrorData(error),
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('no worker is started before the first document, and one worker reads document after document', async () => {
  const pool = poolOf(2)
  expect(started).toHaveLength(0)
  const first = await pool.read(document('ok'))
  const second = await pool.read(document('ok'))
  expect(second.reader).toBe(first.reader)
  expect(started).toHaveLength(1)
  expect([...(first.xml ?? [])]).toEqual([1, 2, 3])
})

test('with two places two documents are read at the same time and the third waits', async () => {
  const pool = poolOf(2)
  const readings = await Promise.all(['50', '50', '50'].map(ms => pool.read(document('slow', ms))))
  expect(new Set(readings.map(reading => reading.reader)).size).toBe(2)
  expect(started).toHaveLength(2)
})

test('a document that hangs its worker is given up at the limit; those behind it are read by a new worker', async () => {
  const pool = poolOf(1, { readMs: 400 })
  const hanging = failureOf(pool.read(document('hang')))
  const behind = [pool.read(document('ok')), pool.read(document('ok'))]
  expect(await hanging).toMatchObject({ code: 'worker_timeout', retry: 'later' })
  await expect(Promise.all(behind)).resolves.toHaveLength(2)
  expect(started).toHaveLength(2)
  expect(isAlive(started[0] ?? 0)).toBe(false)
})

test('a long document is not given up as long as page after page is read', async () => {
  const pages: number[] = []
  const reading = await poolOf(1, { readMs: 400 }).read(document('pages'), {
    onProgress: page => pages.push(page),
  })
  expect(reading.mediaType).toBe('pages')
  expect(pages).toEqual([1, 2, 3, 4, 5, 6])
})

test('a page that takes long, but whose worker tells that it lives, is waited for', async () => {
  await expect(poolOf(1, { readMs: 300 }).read(document('patient', '900'))).resolves.toMatchObject({
    mediaType: 'patient',
  })
})

test('a page that never ends is given up though its worker tells that it lives', async () => {
  const pool = poolOf(1, { readMs: 300, pageMs: 600 })
  expect(await failureOf(pool.read(document('patient', '5000')))).toMatchObject({ code: 'worker_timeout' })
})

test('a document with pages without end is given up at its total limit', async () => {
  const pool = poolOf(1, { readMs: 400, totalMs: 900 })
  expect(await failureOf(pool.read(document('endless')))).toMatchObject({ code: 'worker_timeout' })
})

test('a document that eats memory is stopped at the limit while its neighbour is read undisturbed', async () => {
  const watch = processWatch()
  const pool = poolOf(2, { rssBytes: 300 * 2 ** 20, readMs: 20_000 })
  let most = 0
  const eater = failureOf(pool.read(document('eat')))
  const neighbour = pool.read(document('slow', '300'))
  const look = setInterval(async () => {
    for (const pid of started) most = Math.max(most, (await watch.usageOf(pid))?.rssBytes ?? 0)
  }, 10)
  expect(await eater).toEqual({ code: 'worker_memory', params: { megabytes: 300 }, retry: 'later' })
  clearInterval(look)
  await expect(neighbour).resolves.toMatchObject({ mediaType: 'slow' })
  expect(most / 2 ** 20).toBeLessThan(700)
})

test('a document that hits a bound because of what the one before left behind is read by a fresh worker', async () => {
  const pool = poolOf(1)
  await pool.read(document('litter'))
  await expect(pool.read(document('tidy'))).resolves.toMatchObject({ mediaType: 'tidy' })
  expect(started).toHaveLength(2)
})

test('a document that hits a bound in a fresh worker gets its verdict at once, and the worker reads no other', async () => {
  const pool = poolOf(1)
  expect(await failureOf(pool.read(document('glutton')))).toMatchObject({ code: 'resource_limit' })
  await pool.read(document('ok'))
  expect(started).toHaveLength(2)
})

test('a busy machine makes a worker slow, not its document hostile: only processor time counts', async () => {
  // Asleep for three times its allowance, as a starved process is.
  await expect(poolOf(1, { readMs: 300 }).read(document('slow', '900'))).resolves.toMatchObject({ mediaType: 'slow' })
})

test.each(['crash', 'leave'])('a worker that dies (%s) takes only its own document along', async habit => {
  const pool = poolOf(1)
  const [died, next] = await Promise.all([failureOf(pool.read(document(habit))), pool.read(document('ok'))])
  expect(died).toEqual({ code: 'worker_crashed', params: {}, retry: 'later' })
  expect(next.mediaType).toBe('ok')
})

test('a worker that is killed while it has nothing to do is replaced unnoticed', async () => {
  const pool = poolOf(1)
  await pool.read(document('ok'))
  process.kill(started[0] ?? 0, 'SIGKILL')
  await new Promise(done => setTimeout(done, 100))
  await expect(pool.read(document('ok'))).resolves.toMatchObject({ mediaType: 'ok' })
  expect(started).toHaveLength(2)
})

test('what the reader says about a document comes through, and the worker stays', async () => {
  const pool = poolOf(1)
  expect(await failureOf(pool.read(document('refuse')))).toEqual({ code: 'needs_password', params: {}, retry: 'user' })
  await pool.read(document('ok'))
  expect(started).toHaveLength(1)
})

test('a worker is replaced after so many documents, and when it has grown fat', async () => {
  const pool = poolOf(1, { recycleAfter: 2, recycleRssBytes: 200 * 2 ** 20 })
  for (let n = 0; n < 4; n++) await pool.read(document('ok'))
  expect(started).toHaveLength(2)
  await pool.read(document('fat'))
  await pool.read(document('ok'))
  expect(started).toHaveLength(4)
})

test('a worker with nothing to do goes home, and the next document starts another', async () => {
  const pool = poolOf(1, { idleMs: 150 })
  await pool.read(document('ok'))
  await pool.read(document('slow', '300'))
  expect(started).toHaveLength(1)
  while (isAlive(started[0] ?? 0)) await new Promise(done => setTimeout(done, 20))
  await pool.read(document('ok'))
  expect(started).toHaveLength(2)
})

test('when no worker can be started the reason is the machine, not the document', async () => {
  const broken = poolOf(1, {}, forkWorkers('/nowhere/document-worker.js'))
  expect(await failureOf(broken.read(document('ok')))).toEqual({
    code: 'worker_crashed',
    params: { phase: 'start' },
    retry: 'later',
  })
})

test('when whoever starts workers never answers, that is told in time, and a late worker is ended', async () => {
  let arrive: (worker: WorkerProcess) => void = () => undefined
  const never: StartWorker = () => new Promise(resolve => (arrive = resolve))
  const mute = createPool({ start: never, size: 1, limits: { startMs: 100 } })
  expect(await failureOf(mute.read(document('ok')))).toMatchObject({ params: { phase: 'start' } })
  const ended = new Promise<void>(resolve => {
    arrive({ pid: 1, post: () => undefined, onMessage: () => undefined, onExit: () => undefined, kill: resolve })
  })
  await ended
})

test.each([0, 400])('closing the pool ends every process, starting or at work, and answers (%i ms)', async afterMs => {
  const pool = poolOf(1)
  const going = failureOf(pool.read(document('hang')))
  const waiting = failureOf(pool.read(document('ok')))
  while (started.length === 0) await new Promise(done => setTimeout(done, 20))
  await new Promise(done => setTimeout(done, afterMs))
  await pool.close()
  expect(await going).toMatchObject({ code: 'engine_gone' })
  expect(await waiting).toMatchObject({ code: 'engine_gone' })
  expect(started.some(isAlive)).toBe(false)
  await expect(pool.read(document('ok'))).rejects.toThrow(AppError)
})

test('a worker sees nothing of our environment but what a program needs to run', async () => {
  process.env['BIGCAPITAL_API_KEY'] = 'bc_secret'
  const { xml } = await poolOf(1).read(document('environment'))
  delete process.env['BIGCAPITAL_API_KEY']
  const seen = JSON.parse(new TextDecoder().decode(xml ?? undefined)) as Record<string, string>
  expect(seen).toHaveProperty('ELECTRON_RUN_AS_NODE', '1')
  expect(Object.keys(seen).filter(name => /KEY|TOKEN|SECRET|PROXY/i.test(name))).toEqual([])
})
