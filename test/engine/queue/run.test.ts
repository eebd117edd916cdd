import { eq } from 'drizzle-orm'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { DocumentId, IssueId } from '../../../src/shared/ids'
import { AppError } from '../../../src/shared/result'
import type { DocumentReading } from '../../../src/engine/pipeline/facts'
import type { QueueParts } from '../../../src/engine/queue/run'
import { documentById, moveDocument } from '../../../src/engine/store/documents'
import { newId } from '../../../src/engine/store/new-id'
import { documents, issues } from '../../../src/engine/store/schema'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { write } from '../../../src/engine/store/write'
import type { ReadTask } from '../../../src/engine/worker/pool'
import { newFolder } from '../store/folder'
import {
  emptyReading,
  jobsOf,
  notingSteps,
  openCompany,
  poolWith,
  receive,
  stateOf,
  stepsOf,
  type Company,
} from './company'

let open: Company[] = []

afterEach(() => {
  vi.useRealTimers()
  for (const company of open) leave(company)
  open = []
})

function company(parts: Partial<QueueParts> = {}, folder = newFolder()): Company {
  const made = openCompany(folder, parts)
  open.push(made)
  return made
}

function leave(made: Company): void {
  made.queue.stop()
  if (made.store.raw.open) made.store.close()
}

/** The engine process is gone: nothing more is written by it, no clock of it rings, and the system lets go of the folder. */
function die(made: Company): void {
  made.store.close()
  leave(made)
  open = open.filter(other => other !== made)
}

const nameIn = (task: ReadTask) => new TextDecoder().decode(task.bytes)

const wholeRoad = ['read', 'check', 'code', 'route', 'rules', 'ask_model']

test('a received invoice walks the whole road, each step once, and the window is told', async () => {
  const books = company()
  books.queue.start()
  const id = receive(books, 'cfdi-a113.xml')
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual(wholeRoad)
  expect(stateOf(books, id)).toBe('ready')
  await wait(150)
  expect(books.announced).toContainEqual({ name: 'document.changed', data: { documentIds: [id] } })
  expect(books.announced.map(event => event.name)).toContain('counts.changed')
  expect(await verifyJournal(books.store.db)).toMatchObject({ isIntact: true })
})

test('an engine that runs for weeks forgets old jobs by itself, once a day; what happened stays in the journal', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  let ahead = 0
  const books = company({ now: () => Date.now() + ahead })
  /** Half a day of an idle queue. */
  const rest = async () => {
    ahead += 12 * 3_600_000
    vi.advanceTimersByTime(12 * 3_600_000)
    for (let turn = 0; turn < 5; turn++) await nextTurn()
  }
  books.queue.start()
  const id = receive(books, 'cfdi-a113.xml')
  await books.queue.whenEmpty()
  const told = stepsOf(books, id)
  for (let half = 0; half < 58; half++) await rest()
  expect(jobsOf(books, id)).not.toEqual([])
  for (let half = 0; half < 6; half++) await rest()
  expect(jobsOf(books, id)).toEqual([])
  expect(stepsOf(books, id)).toEqual(told)
  expect(await verifyJournal(books.store.db)).toMatchObject({ isIntact: true })
})

test('as many invoices are read at once as there are workers, never more, and the window hears ten times a second', async () => {
  let reading = 0
  let most = 0
  const pool = poolWith(async () => {
    most = Math.max(most, ++reading)
    await wait(5)
    reading -= 1
    return emptyReading()
  }, 3)
  const books = company({ pool })
  const ids = Array.from({ length: 60 }, (_, n) => receive(books, `invoice-${n}.xml`))
  const startedAt = Date.now()
  books.queue.start()
  await books.queue.whenEmpty()
  const tenths = Math.ceil((Date.now() - startedAt) / 100)
  expect(most).toBe(3)
  for (const id of ids) expect(stepsOf(books, id)).toEqual(wholeRoad)
  expect(books.announced.filter(event => event.name === 'document.changed').length).toBeLessThanOrEqual(tenths + 1)
  expect(books.queue.progress()).toMatchObject({ waiting: 0, running: 0, done: 60, of: 60, isPaused: false })
  expect(books.queue.progress().rate).toBeGreaterThan(0)
})

test('everybody else gets a turn between two invoices, and between two steps that take their time', async () => {
  const turns: string[] = []
  const steps = notingSteps()
  const slowStep = () => {
    const until = performance.now() + 15
    while (performance.now() < until);
    turns.push('step')
  }
  const route: typeof steps.route = (tx, documentId, now) => {
    steps.route(tx, documentId, now)
    turns.push('step')
  }
  const books = company({ steps: { ...steps, check: slowStep, code: slowStep, route } })
  for (let n = 0; n < 10; n++) receive(books, `invoice-${n}.xml`)
  books.queue.start()
  let isOver = false
  const others = (): void => {
    if (turns.at(-1) === 'step') turns.push('others')
    if (!isOver) setImmediate(others)
  }
  others()
  await books.queue.whenEmpty()
  isOver = true
  expect(turns.filter(turn => turn === 'step')).toHaveLength(30)
  expect(turns.join(' ')).not.toContain('step step')
})

test('an invoice whose worker dies three times is set aside with the reason; the others are read', async () => {
  let deaths = 0
  const pool = poolWith(task => {
    if (nameIn(task) !== 'bomb.pdf') return Promise.resolve(emptyReading())
    deaths += 1
    return Promise.reject(new AppError('worker_crashed', {}, 'later'))
  })
  const books = company({ pool })
  const bomb = receive(books, 'bomb.pdf')
  const clean = receive(books, 'clean.xml')
  books.queue.start()
  await books.queue.whenEmpty()
  expect(deaths).toBe(3)
  expect(stepsOf(books, bomb)).toEqual(['failed'])
  expect(stateOf(books, bomb)).toBe('set_aside')
  expect(jobsOf(books, bomb)).toMatchObject([
    { state: 'set_aside', attempts: 3, lastError: { code: 'worker_crashed', params: {} } },
  ])
  expect(stepsOf(books, clean)).toEqual(wholeRoad)
})

test.each(Array.from({ length: 12 }, (_, looks) => looks))(
  'an invoice whose next attempt comes due while the queue looks round, after its look no. %i, is read all the same',
  async looks => {
    const start = Date.now() + 60_000
    const dueAt = start + 10
    let attempts = 0
    let looksLeft = looks
    const pool = poolWith(() =>
      ++attempts === 1 ? Promise.reject(new AppError('worker_crashed', {}, 'later')) : Promise.resolve(emptyReading()),
    )
    let isAlarmSet = false
    const now = () => (isAlarmSet ? (looksLeft-- > 0 ? dueAt - 1 : dueAt) : start)
    const books = company({ pool, now, random: () => 0.01 })
    const id = receive(books, 'invoice.xml')
    books.queue.start()
    await expect.poll(() => attempts).toBe(1)
    expect(jobsOf(books, id)).toMatchObject([{ state: 'waiting', runAfter: dueAt }])
    isAlarmSet = true
    await Promise.race([books.queue.whenEmpty(), wait(2_000)])
    expect(stateOf(books, id)).toBe('ready')
  },
)

test('an invoice that hangs its worker gets a second chance and no third', async () => {
  let attempts = 0
  const pool = poolWith(() => {
    attempts += 1
    return Promise.reject(new AppError('worker_timeout', { seconds: 14 }, 'later'))
  })
  const books = company({ pool })
  receive(books, 'hangs.pdf')
  books.queue.start()
  await books.queue.whenEmpty()
  expect(attempts).toBe(2)
})

test('a locked PDF asks for its password at once; with it, it is read, and the password is nowhere in the books', async () => {
  const pool = poolWith(task =>
    task.options.password === 'Tl4loc-2026'
      ? Promise.resolve(emptyReading())
      : Promise.reject(new AppError('needs_password', {}, 'user')),
  )
  const folder = newFolder()
  const books = company({ pool }, folder)
  const id = receive(books, 'locked.pdf')
  books.queue.start()
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual(['failed'])
  books.queue.readAgain(id, { password: 'Tl4loc-2026' })
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual(['failed', ...wholeRoad])
  leave(books)
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name)).includes('Tl4loc-2026')).toBe(false)
  }
})

test('one password opens every document of the same file, and the parts cut from it later', async () => {
  const pool = poolWith(task =>
    task.options.password === 'Tl4loc-2026'
      ? Promise.resolve(emptyReading())
      : Promise.reject(new AppError('needs_password', {}, 'user')),
  )
  const books = company({ pool })
  const [first, second] = [receive(books, 'locked.pdf'), receive(books, 'locked-again.pdf')]
  const { sha256 } = documentById(books.store.db, first)
  write(books.store, tx => tx.update(documents).set({ sha256 }).where(eq(documents.id, second)).run())
  books.queue.start()
  await books.queue.whenEmpty()
  const lock = (id: DocumentId) =>
    write(books.store, tx =>
      tx
        .insert(issues)
        .values({
          ...{ id: newId<IssueId>(1), documentId: id, key: 'needs_password', severity: 'high', state: 'open' },
          ...{ subject: { type: 'document' }, params: {}, suggestions: [], raisedAt: 1 },
        })
        .run(),
    )
  lock(second)
  books.queue.readAgain(first, { password: 'Tl4loc-2026' })
  await books.queue.whenEmpty()
  for (const id of [first, second]) expect(stepsOf(books, id)).toEqual(['failed', ...wholeRoad])
  books.queue.pause(true)
  const part = receive(books, 'part.pdf')
  write(books.store, tx => tx.update(documents).set({ sha256 }).where(eq(documents.id, part)).run())
  books.queue.pause(false)
  await books.queue.whenEmpty()
  expect(stepsOf(books, part)).toEqual(wholeRoad)
})

test('an approved invoice is not read again', async () => {
  const books = company()
  books.queue.start()
  const id = receive(books, 'approved.xml')
  await books.queue.whenEmpty()
  write(books.store, tx => moveDocument(tx, id, { state: 'approved' }))
  expect(() => books.queue.readAgain(id, { forceOcr: true })).toThrow('not_allowed_in_state')
})

test('reading again while a reading is going on throws the first result away', async () => {
  const answers: ((reading: DocumentReading) => void)[] = []
  const forced: boolean[] = []
  const pool = poolWith(task => {
    forced.push(task.options.forceOcr)
    return new Promise(resolve => answers.push(resolve))
  })
  const books = company({ pool })
  books.queue.start()
  const id = receive(books, 'scan.pdf')
  while (answers.length < 1) await wait(5)
  books.queue.readAgain(id, { forceOcr: true })
  while (answers.length < 2) await wait(5)
  answers[0]?.(emptyReading())
  await wait(30)
  expect(stepsOf(books, id)).toEqual([])
  answers[1]?.(emptyReading())
  await books.queue.whenEmpty()
  expect(forced).toEqual([false, true])
  expect(stepsOf(books, id)).toEqual(wholeRoad)
})

test('an invoice that somebody rejects before its turn is left alone', async () => {
  const books = company()
  const id = receive(books, 'unwanted.xml')
  write(books.store, tx => moveDocument(tx, id, { state: 'rejected', reason: 'not ours' }))
  books.queue.start()
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual([])
  expect(stateOf(books, id)).toBe('rejected')
})

test('a paused queue claims nothing, stays paused over a restart, and goes on when told', async () => {
  const folder = newFolder()
  const before = company({}, folder)
  before.queue.start()
  expect(before.queue.pause(true)).toMatchObject({ isPaused: true })
  const id = receive(before, 'later.xml')
  await wait(50)
  expect(before.queue.progress()).toMatchObject({ waiting: 1, running: 0, isPaused: true })
  // Who waits for the end of the work, as the terminal does, is not left waiting.
  await before.queue.whenEmpty()
  leave(before)

  const after = company({}, folder)
  after.queue.start()
  await wait(50)
  expect(stateOf(after, id)).toBe('queued')
  after.queue.pause(false)
  await after.queue.whenEmpty()
  expect(stepsOf(after, id)).toEqual(wholeRoad)
})

test('closing the app gives back what was being read, and it costs no attempt', async () => {
  const folder = newFolder()
  const before = company({ pool: poolWith(() => new Promise(() => undefined)) }, folder)
  before.queue.start()
  const id = receive(before, 'open.pdf')
  await wait(30)
  expect(stateOf(before, id)).toBe('processing')
  leave(before)

  const after = company({}, folder)
  expect(stateOf(after, id)).toBe('queued')
  expect(jobsOf(after, id)).toMatchObject([{ state: 'waiting', attempts: 0, interruptions: 0 }])
})

test('closing while the store takes no writes lets go of every reading; the next engine takes them over', async () => {
  const folder = newFolder()
  const readings = [Promise.withResolvers<DocumentReading>(), Promise.withResolvers<DocumentReading>()]
  const pool = poolWith(() => readings.pop()?.promise ?? new Promise(() => undefined))
  const pending = [...readings]
  const before = company({ pool }, folder)
  before.queue.start()
  const ids = [receive(before, 'a.pdf'), receive(before, 'b.pdf')]
  await wait(30)
  before.store.raw.pragma('query_only = ON')
  before.queue.stop()
  die(before)
  // They arrive after the books were closed: nobody is waiting for them, and nothing is written to a closed store.
  for (const { resolve } of pending) resolve(emptyReading())
  await wait(30)

  const after = company({}, folder)
  after.queue.start()
  await after.queue.whenEmpty()
  for (const id of ids) expect(stateOf(after, id)).toBe('ready')
})

test('what a dead engine was reading is taken over at once; dying with it again and again makes it suspect', async () => {
  const folder = newFolder()
  const hanging = poolWith(() => new Promise(() => undefined))
  let clock = Date.now() + 3_600_000
  const parts = { pool: hanging, now: () => clock }
  const first = company(parts, folder)
  first.queue.start()
  const id = receive(first, 'unlucky.pdf')
  await wait(30)
  expect(stateOf(first, id)).toBe('processing')
  die(first)

  for (let death = 2; death <= 8; death++) {
    // Past the pause that lets other documents go first.
    const next = company(parts, folder)
    next.queue.start()
    clock += 3_600_000
    next.queue.wake()
    await wait(30)
    expect(jobsOf(next, id)).toMatchObject([{ state: 'running', attempts: 1, interruptions: death - 1 }])
    die(next)
  }

  const last = company(parts, folder)
  last.queue.start()
  expect(stateOf(last, id)).toBe('set_aside')
  expect(stepsOf(last, id)).toEqual(['failed'])
})

test('a step that fails by a bug is tried again and leaves nothing of its first attempt behind', async () => {
  const steps = notingSteps()
  let failures = 0
  const code: typeof steps.code = (tx, documentId, now) => {
    steps.code(tx, documentId, now)
    if (failures++ === 0) throw new TypeError('nobody foresaw this')
  }
  const books = company({ steps: { ...steps, code } })
  books.queue.start()
  const id = receive(books, 'invoice.xml')
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual(wholeRoad)
  expect(failures).toBe(2)
})

test('even when a failure cannot be recorded the document is set aside with its reason and the road is free', async () => {
  const steps = notingSteps()
  const recordFailure: typeof steps.recordFailure = (tx, documentId, error, now) => {
    steps.recordFailure(tx, documentId, error, now)
    throw new TypeError('nobody foresaw this')
  }
  const pool = poolWith(() => Promise.reject(new AppError('corrupt_document', {}, 'never')))
  const books = company({ pool, steps: { ...steps, recordFailure } })
  books.queue.start()
  const id = receive(books, 'broken.pdf')
  await books.queue.whenEmpty()
  expect(stateOf(books, id)).toBe('set_aside')
  expect(stepsOf(books, id)).toEqual([])
})

test('when no worker can be started no document is blamed; the terminal is told instead of waiting for ever', async () => {
  const pool = poolWith(() => Promise.reject(new AppError('worker_crashed', { phase: 'start' }, 'later')))
  let clock = Date.now()
  const books = company({ pool, now: () => (clock += 100) })
  const ids = [receive(books, 'a.xml'), receive(books, 'b.xml')]
  books.queue.start()
  await expect(books.queue.whenEmpty()).rejects.toThrow('worker_crashed')
  books.queue.stop()
  for (const id of ids) {
    expect(stateOf(books, id)).toBe('queued')
    expect(jobsOf(books, id)).toMatchObject([{ attempts: 0, state: 'waiting' }])
  }
})

test('pictures and XML of a reading are safe as blobs before any row names them', async () => {
  const xml = new TextEncoder().encode('<Invoice/>')
  const picture = new Uint8Array([137, 80, 78, 71])
  const pool = poolWith(() =>
    Promise.resolve(emptyReading({ xml, previews: [{ page: 1, mediaType: 'image/png', bytes: picture }] })),
  )
  const steps = notingSteps()
  const named: string[] = []
  const recordReading: typeof steps.recordReading = (tx, documentId, reading, kept, now) => {
    for (const sha256 of [kept.xmlSha256, ...kept.previews.map(preview => preview.sha256)]) {
      if (sha256 !== null && books.blobs.has(sha256)) named.push(sha256)
    }
    steps.recordReading(tx, documentId, reading, kept, now)
  }
  const books = company({ pool, steps: { ...steps, recordReading } })
  books.queue.start()
  receive(books, 'hybrid.pdf')
  await books.queue.whenEmpty()
  expect(named).toHaveLength(2)
})

test('a full disk stops the queue without costing anybody an attempt; with room again it goes on by itself', async () => {
  const steps = notingSteps()
  const recordReading: typeof steps.recordReading = (tx, documentId, reading, kept, now) => {
    moveDocument(tx, documentId, { state: 'processing', reason: 'x'.repeat(200_000) })
    steps.recordReading(tx, documentId, reading, kept, now)
  }
  const books = company({ steps: { ...steps, recordReading } })
  const ids = [receive(books, 'a.xml'), receive(books, 'b.xml')]
  const pages = books.store.raw.pragma('page_count', { simple: true }) as number
  books.store.raw.pragma(`max_page_count = ${pages + 8}`)
  books.queue.start()
  await wait(300)
  expect(books.announced).toContainEqual({
    name: 'engine.state',
    data: { state: 'running', error: 'store_disk_full' },
  })
  for (const id of ids) expect(jobsOf(books, id)).toMatchObject([{ attempts: 1, interruptions: 0 }])

  books.store.raw.pragma('max_page_count = 4294967294')
  await books.queue.whenEmpty()
  for (const id of ids) expect(stepsOf(books, id)).toEqual(wholeRoad)
  expect(books.announced).toContainEqual({ name: 'engine.state', data: { state: 'running', error: null } })
})
