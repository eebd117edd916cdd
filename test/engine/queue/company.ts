import { eq } from 'drizzle-orm'
import type { EventName } from '../../../src/shared/contract'
import type { DocumentState, Step } from '../../../src/shared/document'
import type { DocumentId, EpochMs } from '../../../src/shared/ids'
import type { TemplateStep } from '../../../src/shared/template'
import type { DocumentReading } from '../../../src/engine/pipeline/facts'
import { createQueue, type Queue, type QueueParts, type Steps } from '../../../src/engine/queue/run'
import { openBlobs, type Blobs } from '../../../src/engine/store/blobs'
import { documentById, insertDocument, moveDocument } from '../../../src/engine/store/documents'
import { enqueueJob } from '../../../src/engine/store/jobs'
import { appendJournal } from '../../../src/engine/store/journal'
import { newId } from '../../../src/engine/store/new-id'
import { openStore, type Store, type Tx } from '../../../src/engine/store/open'
import { jobs, journal } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { documentRuns } from '../../../src/engine/templates/document-runs'
import { saveVersion } from '../../../src/engine/templates/template-versions'
import { loadTemplates } from '../../../src/engine/templates/templates'
import type { Pool, ReadTask } from '../../../src/engine/worker/pool'

// A company whose readers and decisions are stand-ins that leave a journal row for each thing they do.

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export function emptyReading(change: Partial<DocumentReading> = {}): DocumentReading {
  return {
    kind: 'xml',
    mediaType: 'application/xml',
    format: 'cfdi_4.0',
    reader: 'stand-in 1',
    pages: [],
    previews: [],
    facts: { candidates: [], chosen: {}, lines: [], taxes: [] },
    remarks: [],
    xml: null,
    ...change,
  }
}

/** Steps that write down that they ran. */
export function notingSteps(): Steps {
  const note = (tx: Tx, documentId: DocumentId, kind: string, at: EpochMs) =>
    void appendJournal(tx, { at, actor: 'engine', kind, documentId })
  return {
    readOptions: () => ({ ocrLanguages: ['eng'], maxPages: 10, ownTaxIds: [], country: 'MX', homeCurrency: 'MXN' }),
    recordReading: (tx, documentId, _reading, _blobs, now) => note(tx, documentId, 'step.read', now),
    recordFailure(tx, documentId, { error, onFailure }, now) {
      note(tx, documentId, 'step.failed', now)
      if (onFailure === 'continue') return
      moveDocument(tx, documentId, { state: onFailure === 'stop' ? 'needs_review' : 'set_aside', reason: error.code })
    },
    recordRecovery: () => undefined,
    check: (tx, documentId, now) => note(tx, documentId, 'step.check', now),
    code: (tx, documentId, now) => note(tx, documentId, 'step.code', now),
    route(tx, documentId, now) {
      note(tx, documentId, 'step.route', now)
      moveDocument(tx, documentId, { state: 'ready' })
    },
    rules(tx, documentId, now) {
      note(tx, documentId, 'step.rules', now)
      return undefined
    },
    askModel(tx, documentId, now) {
      note(tx, documentId, 'step.ask_model', now)
      return 'outside_model_off'
    },
  }
}

/** Beside the tests, wherever they were built to: they run in the project's folder. */
export const templates = loadTemplates('resources')

/** A pool without processes: `read` is handed in. */
export function poolWith(read: (task: ReadTask) => Promise<DocumentReading>, size = 2): Pool {
  const draw = () => Promise.reject(new Error('nothing is drawn here'))
  const openMail = () => Promise.reject(new Error('no mail comes here'))
  return { size, read, draw, openMail, close: () => Promise.resolve() }
}

export interface Company {
  readonly store: Store
  readonly blobs: Blobs
  readonly queue: Queue
  readonly announced: { name: EventName; data: unknown }[]
}

export function openCompany(folder: string, parts: Partial<QueueParts> = {}): Company {
  const store = openStore(folder)
  const blobs = openBlobs(folder)
  const announced: Company['announced'] = []
  const queue = createQueue({
    store,
    blobs,
    pool: poolWith(() => Promise.resolve(emptyReading())),
    steps: notingSteps(),
    templates,
    now: () => Date.now(),
    // No jitter: retries follow at once.
    random: () => 0,
    log: quiet,
    announce: (name, data) => void announced.push({ name, data }),
    ...parts,
  })
  return { store, blobs, queue, announced }
}

/** Takes in a document whose bytes are its name. */
export function receive({ store, blobs, queue }: Company, fileName: string): DocumentId {
  const bytes = new TextEncoder().encode(fileName)
  const sha256 = blobs.put(bytes)
  const now = Date.now()
  const id = newId<DocumentId>(now)
  write(store, tx => {
    insertDocument(tx, {
      id,
      sha256,
      fileName,
      bytes: bytes.length,
      kind: 'xml',
      mediaType: 'application/xml',
      source: 'drop',
      receivedAt: now,
      state: 'queued',
    })
    enqueueJob(tx, { documentId: id, step: 'read', lane: 'worker', runAfter: now, now })
  })
  queue.wake()
  return id
}

export function stateOf({ store }: Company, documentId: DocumentId): DocumentState {
  return documentById(store.db, documentId).state
}

/** What was done to a document, in order, e.g. ['read', 'check', 'code', 'route', 'rules', 'ask_model']. */
export function stepsOf({ store }: Company, documentId: DocumentId): string[] {
  const rows = store.db.select().from(journal).where(eq(journal.documentId, documentId)).orderBy(journal.sequence).all()
  return rows.flatMap(row => (row.kind.startsWith('step.') ? [row.kind.slice('step.'.length)] : []))
}

export function jobsOf({ store }: Company, documentId: DocumentId) {
  return store.db.select().from(jobs).where(eq(jobs.documentId, documentId)).all()
}

/** Keeps a version of the template for e-invoices with something else said of some steps. */
export function say({ store }: Company, change: Partial<Record<Step, Partial<TemplateStep>>>): void {
  write(store, tx => {
    const { template, version } = templates.inForce(tx, 'xml')
    const steps = template.steps.map(step => ({ ...step, ...change[step.key] }))
    const after = { ...template, steps }
    saveVersion(tx, { before: template, after, version: version + 1 }, { now: Date.now(), actor: 'person' })
  })
}

/** Has one document go its whole way. */
export async function process(books: Company): Promise<DocumentId> {
  books.queue.start()
  const id = receive(books, 'cfdi-a113.xml')
  await books.queue.whenEmpty()
  return id
}

/** What the newest run says of each step, e.g. `check done`, `code failed failed`. */
export function told(books: Company, id: DocumentId): string[] {
  const { runs } = documentRuns(books.store.db, templates, id)
  return (runs[0]?.steps ?? []).map(({ key, state, attempts }) =>
    [key, state, ...attempts.slice(0, -1).map(({ result }) => result)].join(' '),
  )
}
