import fc from 'fast-check'
import { cpSync } from 'node:fs'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { OnFailure } from '../../../src/shared/template'
import type { QueueParts } from '../../../src/engine/queue/run'
import type { Commit, Prepare, Steps } from '../../../src/engine/queue/steps'
import { documentRuns } from '../../../src/engine/templates/document-runs'
import { newFolder } from '../store/folder'
import {
  jobsOf,
  notingSteps,
  openCompany,
  process,
  receive,
  say,
  stateOf,
  stepsOf,
  templates,
  told,
  type Company,
} from './company'

const open: Company[] = []

afterEach(() => {
  for (const books of open.splice(0)) {
    books.queue.stop()
    if (books.store.raw.open) books.store.close()
  }
})

/** Books whose template lets an invoice be checked and coded independently of each other. */
function company(steps: Steps, folder = newFolder(), parts: Partial<QueueParts> = {}): Company {
  const made = openCompany(folder, { steps, ...parts })
  open.push(made)
  if (templates.inForce(made.store.db, 'xml').version === 0) say(made, { code: { dependsOn: ['read'] } })
  return made
}

type Prepared = 'check' | 'code'

/** Steps that prepare themselves by a given work and then do what they always did. */
function prepared(work: Partial<Record<Prepared, (stopped: AbortSignal) => Promise<unknown>>>): Steps {
  const steps = notingSteps()
  const prepare = (step: Prepared): Prepare | undefined => {
    const before = work[step]
    if (!before) return undefined
    return async (documentId, stopped): Promise<Commit> => {
      await before(stopped)
      return (tx, now) => {
        steps[step](tx, documentId, now)
        return undefined
      }
    }
  }
  const [check, code] = [prepare('check'), prepare('code')]
  return { ...steps, prepare: { ...(check && { check }), ...(code && { code }) } }
}

/** Something to wait for that the test ends. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { passed: () => promise, open: () => resolve(undefined) }
}

const wholeRoad = ['read', 'check', 'code', 'route', 'rules', 'ask_model']

test('checking and coding, where neither waits for the other, are at work at the same time', async () => {
  const both = gate()
  let atWork = 0
  // Neither ends before the other has begun: one after the other, they would wait for ever.
  const work = () => {
    if (++atWork === 2) both.open()
    return both.passed()
  }
  const books = company(prepared({ check: work, code: work }))
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(wholeRoad)
  const steps = documentRuns(books.store.db, templates, id).runs[0]?.steps ?? []
  const [check, code] = steps.filter(({ key }) => key === 'check' || key === 'code').map(step => step.attempts[0])
  expect(code?.startedAt).toBeLessThanOrEqual(check?.endedAt ?? 0)
})

test('a step that works with what another finds is not begun before it', async () => {
  const order: string[] = []
  const note = (step: string) => async () => {
    order.push(`${step} begins`)
    await wait(5)
    order.push(`${step} ends`)
  }
  const books = company(prepared({ check: note('check'), code: note('code') }))
  say(books, { code: { dependsOn: ['check'] } })
  await process(books)
  expect(order).toEqual(['check begins', 'check ends', 'code begins', 'code ends'])
})

test('whatever takes longer, the history of an invoice reads as if its steps had run one after the other', async () => {
  const serial = company(notingSteps())
  const asSerial = stepsOf(serial, await process(serial))
  const ms = fc.integer({ min: 0, max: 12 })
  await fc.assert(
    fc.asyncProperty(ms, ms, async (checkMs, codeMs) => {
      const books = company(prepared({ check: () => wait(checkMs), code: () => wait(codeMs) }))
      const ids = ['a.xml', 'b.xml', 'c.xml'].map(name => receive(books, name))
      books.queue.start()
      await books.queue.whenEmpty()
      for (const id of ids) {
        expect(stepsOf(books, id)).toEqual(asSerial)
        expect(stateOf(books, id)).toBe('ready')
      }
      expect(books.queue.progress()).toMatchObject({ waiting: 0, running: 0, done: 3 })
    }),
    { numRuns: 15 },
  )
})

test('others pass an invoice whose step is being prepared', async () => {
  const slow = gate()
  const held: DocumentId[] = []
  const steps = notingSteps()
  const code: Prepare = async documentId => {
    if (held.length === 0) {
      held.push(documentId)
      await slow.passed()
    }
    return (tx, now) => void steps.code(tx, documentId, now)
  }
  const books = company({ ...steps, prepare: { code } })
  const ids = ['a.xml', 'b.xml'].map(name => receive(books, name))
  books.queue.start()
  const states = () => ids.map(id => stateOf(books, id))
  while (!states().includes('ready')) await nextTurn()
  expect(held.map(id => stateOf(books, id))).toEqual(['processing'])
  slow.open()
  await books.queue.whenEmpty()
  expect(states()).toEqual(['ready', 'ready'])
})

test.each<[OnFailure, string[], string]>([
  ['continue', ['read', 'failed', 'code', 'route', 'rules', 'ask_model'], 'ready'],
  ['stop', ['read', 'failed'], 'needs_review'],
  ['set_aside', ['read', 'failed'], 'set_aside'],
])('a check that cannot be prepared ends as its template says: %s', async (onFailure, history, state) => {
  let coded = 0
  const steps = prepared({
    check: () => Promise.reject(new TypeError('nobody foresaw this')),
    code: () => Promise.resolve(++coded),
  })
  const books = company(steps)
  say(books, { check: { onFailure, attempts: 2 } })
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(history)
  expect(stateOf(books, id)).toBe(state)
  expect(told(books, id)).toContain('check failed failed')
  // Prepared beside the check, and not again for its second attempt.
  expect(coded).toBe(1)
})

test('a coding that fails beside a check takes nothing of the check along, and is tried again alone', async () => {
  let tries = 0
  let checks = 0
  const steps = prepared({
    check: () => Promise.resolve(++checks),
    code: () => (++tries === 1 ? Promise.reject(new TypeError('nobody foresaw this')) : Promise.resolve()),
  })
  const books = company(steps)
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(wholeRoad)
  expect(told(books, id)).toEqual(expect.arrayContaining(['check done', 'code done failed']))
  expect([checks, tries]).toEqual([1, 2])
})

test('a preparation that never ends is told to stop at its limit, and the step counts as failed', async () => {
  const told: unknown[] = []
  const never = (stopped: AbortSignal) => {
    stopped.addEventListener('abort', () => told.push(stopped.reason))
    return new Promise(() => undefined)
  }
  const books = company(prepared({ code: never }))
  say(books, { code: { limitSeconds: 1, attempts: 1, onFailure: 'continue' } })
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(['read', 'check', 'failed', 'route', 'rules', 'ask_model'])
  expect(told).toMatchObject([{ data: { code: 'step_timeout', params: { seconds: 1 } } }])
  expect(jobsOf(books, id)).toContainEqual(expect.objectContaining({ step: 'code', state: 'set_aside' }))
})

test('killed between two steps prepared side by side, the next engine repeats only the one not committed', async () => {
  const folder = newFolder()
  const never = gate()
  const before = company(prepared({ check: () => Promise.resolve(), code: () => never.passed() }), folder)
  before.queue.start()
  const id = receive(before, 'unlucky.xml')
  while (!jobsOf(before, id).some(({ step, state }) => step === 'code' && state === 'running')) await nextTurn()
  // What the disk holds should the power go now.
  const remains = newFolder()
  cpSync(folder, remains, { recursive: true })

  const again: string[] = []
  const note = (step: Prepared) => () => Promise.resolve(again.push(step))
  const after = company(prepared({ check: note('check'), code: note('code') }), remains)
  expect(stepsOf(after, id)).toEqual(['read', 'check'])
  after.queue.start()
  await after.queue.whenEmpty()
  expect(again).toEqual(['code'])
  expect(stepsOf(after, id)).toEqual(wholeRoad)
  expect(told(after, id)).toContain('code done interrupted')
})

test('the app closed while a step is being prepared: it is told to stop, and the attempt does not count', async () => {
  const folder = newFolder()
  const begun = gate()
  let isStopped = false
  const untilStopped = (stopped: AbortSignal) =>
    new Promise((_, reject) => {
      begun.open()
      stopped.addEventListener('abort', () => {
        isStopped = true
        reject(stopped.reason as Error)
      })
    })
  const before = company(prepared({ check: untilStopped }), folder)
  before.queue.start()
  const id = receive(before, 'a.xml')
  await begun.passed()
  before.queue.stop()
  expect(isStopped).toBe(true)
  expect(jobsOf(before, id).at(-1)).toMatchObject({ step: 'check', state: 'waiting', attempts: 0 })
  before.store.close()

  const after = company(prepared({}), folder)
  after.queue.start()
  await after.queue.whenEmpty()
  expect(stepsOf(after, id)).toEqual(wholeRoad)
})

test('what was prepared for an invoice that a person took off the road is not stored', async () => {
  const slow = gate()
  const books = company(prepared({ check: slow.passed }))
  books.queue.start()
  const id = receive(books, 'a.xml')
  while (!jobsOf(books, id).some(({ step, state }) => step === 'check' && state === 'running')) await nextTurn()
  books.queue.readAgain(id, {})
  slow.open()
  await books.queue.whenEmpty()
  expect(stepsOf(books, id)).toEqual(['read', ...wholeRoad])
})
