import { cpSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { Step } from '../../../src/shared/document'
import type { DocumentId } from '../../../src/shared/ids'
import type { QueueParts } from '../../../src/engine/queue/run'
import { documentById, moveDocument } from '../../../src/engine/store/documents'
import { enqueueJob, laneOf } from '../../../src/engine/store/jobs'
import { write } from '../../../src/engine/store/write'
import { documentRuns } from '../../../src/engine/templates/document-runs'
import { isSwitchedOff, saveVersion } from '../../../src/engine/templates/template-versions'
import { newFolder } from '../store/folder'
import {
  emptyReading,
  jobsOf,
  notingSteps,
  openCompany,
  poolWith,
  process,
  receive,
  say,
  stateOf,
  stepsOf,
  templates,
  told,
  type Company,
} from './company'

let open: Company[] = []

afterEach(() => {
  for (const books of open) {
    books.queue.stop()
    if (books.store.raw.open) books.store.close()
  }
  open = []
})

function company(parts: Partial<QueueParts> = {}, folder = newFolder()): Company {
  const made = openCompany(folder, { templates, ...parts })
  open.push(made)
  return made
}

/** Steps of which one fails every time. */
function failing(step: 'check' | 'code' | 'route' | 'rules' | 'askModel') {
  let times = 0
  const fail = () => {
    times += 1
    throw new TypeError('nobody foresaw this')
  }
  return { steps: { ...notingSteps(), [step]: fail }, times: () => times }
}

test('every step of a run is recorded with its times and its result, a skipped one with the reason', async () => {
  const books = company()
  const id = await process(books)
  const [run] = documentRuns(books.store.db, templates, id).runs
  expect(run).toMatchObject({ run: 1, template: { version: 0 } })
  expect(told(books, id)).toEqual([
    'read done',
    'check done',
    'code done',
    'route done',
    'rules done',
    'ask_model skipped',
  ])
  expect(run?.steps.at(-1)?.attempts).toMatchObject([{ result: 'skipped', reason: 'outside_model_off' }])
  const attempts = run?.steps.flatMap(step => step.attempts) ?? []
  for (const { startedAt, endedAt } of attempts) expect(endedAt).toBeGreaterThanOrEqual(startedAt)
})

test('what a run was stays on record when its jobs are pruned', async () => {
  const folder = newFolder()
  const books = company({}, folder)
  const id = await process(books)
  const before = told(books, id)
  books.queue.stop()
  books.store.close()
  const muchLater = company({ now: () => Date.now() + 60 * 24 * 3_600_000 }, folder)
  muchLater.queue.start()
  expect(jobsOf(muchLater, id)).toEqual([])
  expect(told(muchLater, id)).toEqual(before)
})

test('quick steps of a group share one commit; in groups of their own each has its own', async () => {
  const together = company()
  const roads: Step[][] = []
  // How quick a step is depends on the machine; of ten documents some are, once the code is warm.
  for (let n = 0; n < 10; n++) roads.push(jobsOf(together, await process(together)).map(({ step }) => step))
  expect(roads).toContainEqual(['read', 'check'])

  const apart = company()
  say(apart, { code: { group: 'coding' }, route: { group: 'deciding' }, ask_model: { group: 'asking' } })
  const id = await process(apart)
  expect(jobsOf(apart, id).map(({ step }) => step)).toEqual(['read', 'check', 'code', 'route', 'ask_model'])
  expect(stepsOf(apart, id)).toEqual(['read', 'check', 'code', 'route', 'rules', 'ask_model'])
})

test('stop: the steps after the failed one do not run, and the document waits for a person', async () => {
  const { steps, times } = failing('code')
  const books = company({ steps })
  const id = await process(books)
  expect(times()).toBe(3)
  expect(stateOf(books, id)).toBe('needs_review')
  // What was done before it, in the same commit, was not done again.
  expect(stepsOf(books, id)).toEqual(['read', 'check', 'failed'])
  expect(told(books, id)).toEqual([
    'read done',
    'check done',
    'code failed failed failed',
    'route not_run',
    'rules not_run',
    'ask_model not_run',
  ])
})

test('go on: the failure is told and the next steps run', async () => {
  const { steps } = failing('code')
  const books = company({ steps })
  say(books, { code: { onFailure: 'continue', attempts: 2 } })
  const id = await process(books)
  expect(stateOf(books, id)).toBe('ready')
  expect(stepsOf(books, id)).toEqual(['read', 'check', 'failed', 'route', 'rules', 'ask_model'])
  expect(told(books, id)).toContain('code failed failed')
})

test('set aside: the document leaves the road', async () => {
  const { steps } = failing('check')
  const books = company({ steps })
  say(books, { check: { onFailure: 'set_aside', attempts: 1 } })
  const id = await process(books)
  expect(stateOf(books, id)).toBe('set_aside')
  expect(stepsOf(books, id)).toEqual(['read', 'failed'])
})

test('the last step may fail too, and the document is where the decision put it', async () => {
  const { steps, times } = failing('askModel')
  const books = company({ steps })
  const id = await process(books)
  expect(times()).toBe(3)
  expect(stateOf(books, id)).toBe('ready')
  expect(books.queue.progress()).toMatchObject({ waiting: 0, running: 0 })
})

test('a step switched off is not run, and rules are off for these documents wherever they are asked', async () => {
  const books = company()
  say(books, { rules: { isOn: false } })
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(['read', 'check', 'code', 'route', 'ask_model'])
  expect(told(books, id)).toContain('rules off')
  expect(isSwitchedOff(books.store.db, 'xml', 'rules')).toBe(true)
  expect(isSwitchedOff(books.store.db, 'pdf', 'rules')).toBe(false)
})

test('a step that takes longer than its limit is undone and tried again', async () => {
  let tries = 0
  const steps = notingSteps()
  const check: typeof steps.check = (tx, documentId, now) => {
    steps.check(tx, documentId, now)
    tries += 1
    const until = performance.now() + 1_050
    while (tries === 1 && performance.now() < until);
  }
  const books = company({ steps: { ...steps, check } })
  say(books, { check: { limitSeconds: 1 } })
  const id = await process(books)
  expect(stepsOf(books, id)).toEqual(['read', 'check', 'code', 'route', 'rules', 'ask_model'])
  const [run] = documentRuns(books.store.db, templates, id).runs
  expect(run?.steps[1]?.attempts).toMatchObject([{ result: 'failed', reason: 'step_timeout' }, { result: 'done' }])
})

test('the time limit of reading reaches the worker', async () => {
  const limits: unknown[] = []
  const pool = poolWith(() => Promise.resolve(emptyReading()))
  const read: typeof pool.read = (task, terms) => {
    limits.push(terms)
    return pool.read(task)
  }
  const watched = company({ pool: { ...pool, read } })
  say(watched, { read: { limitSeconds: 30 } })
  await process(watched)
  expect(limits).toEqual([{ limitMs: 30_000 }])
})

test('every version is kept and journaled; a document goes by the one its run began with', async () => {
  const steps = notingSteps()
  const books = company({
    steps: {
      ...steps,
      check(tx, documentId, now) {
        steps.check(tx, documentId, now)
        // Somebody saves while it runs.
        const { template, version } = templates.inForce(tx, 'xml')
        const rulesOff = template.steps.map(step => ({ ...step, isOn: step.key !== 'rules' }))
        const after = { ...template, steps: rulesOff }
        saveVersion(tx, { before: template, after, version: version + 1 }, { now, actor: 'person Ana' })
      },
    },
  })
  const first = await process(books)
  expect(stepsOf(books, first)).toContain('rules')
  const second = await process(books)
  expect(stepsOf(books, second)).not.toContain('rules')
  const versionsOf = (id: DocumentId) =>
    documentRuns(books.store.db, templates, id).runs.map(({ template }) => template.version)
  expect([versionsOf(first), versionsOf(second)]).toEqual([[0], [1]])

  write(books.store, tx => templates.restore(tx, 'einvoice', 0, { now: Date.now(), actor: 'person Ana' }))
  const view = templates.views(books.store.db).find(({ key }) => key === 'einvoice')
  expect(view).toMatchObject({ version: 2, versions: [{ version: 2 }, { version: 1, actor: 'person Ana' }] })
  expect(view?.steps.every(({ isOn }) => isOn)).toBe(true)
  const rows = books.store.raw.prepare(`SELECT params FROM journal WHERE kind = 'template.changed'`).pluck().all()
  expect(rows.map(row => JSON.parse(String(row)) as unknown)).toEqual([
    { template: 'einvoice', version: 1 },
    { template: 'einvoice', version: 2 },
  ])
})

test('choices that leave a gap are refused and nothing is kept', () => {
  const books = company()
  const choices = [{ key: 'check', isOn: false, onFailure: 'stop', limitSeconds: 60, attempts: 3 }] as const
  const save = () =>
    write(books.store, tx => templates.change(tx, 'einvoice', choices, { now: Date.now(), actor: 'person' }))
  const params = { why: 'gap', step: 'code', needs: 'check' }
  expect(save).toThrowError(expect.objectContaining({ data: { code: 'template_invalid', params, retry: 'user' } }))
  expect(templates.inForce(books.store.db, 'xml').version).toBe(0)
})

test('killed between deciding and the steps after it, the next engine goes on where it was', async () => {
  const folder = newFolder()
  const before = company({}, folder)
  say(before, { rules: { group: 'following' } })
  before.queue.start()
  const id = receive(before, 'unlucky.xml')
  const isDecided = () => jobsOf(before, id).some(({ step, state }) => step === 'rules' && state === 'running')
  while (!isDecided()) await new Promise(resolve => setImmediate(resolve))
  // The commit that ended the decision has claimed the next step. This is what the disk holds should the power go now.
  const remains = newFolder()
  cpSync(folder, remains, { recursive: true })

  const after = company({}, remains)
  expect(stateOf(after, id)).toBe('ready')
  expect(stepsOf(after, id)).toEqual(['read', 'check', 'code', 'route'])
  after.queue.start()
  await after.queue.whenEmpty()
  expect(stepsOf(after, id)).toEqual(['read', 'check', 'code', 'route', 'rules', 'ask_model'])
  expect(told(after, id)).toContain('rules done interrupted')
  expect(stateOf(after, id)).toBe('ready')
})

test('what a person approved between deciding and the rules is left alone by the rules', async () => {
  const books = company()
  const id = await process(books)
  write(books.store, tx => {
    enqueueJob(tx, { documentId: id, step: 'rules', lane: laneOf.rules, runAfter: Date.now(), now: Date.now() })
    moveDocument(tx, id, { state: 'approved' })
  })
  books.queue.wake()
  await books.queue.whenEmpty()
  expect(stepsOf(books, id).filter(step => step === 'rules')).toHaveLength(1)
  expect(documentById(books.store.db, id).state).toBe('approved')
})
