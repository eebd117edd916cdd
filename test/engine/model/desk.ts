import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import type { Output } from '../../../src/shared/contract'
import type { DocumentId } from '../../../src/shared/ids'
import type { EngineHost } from '../../../src/engine/host'
import { pagePicture } from '../../../src/engine/pipeline/read/page-picture'
import { readMail } from '../../../src/engine/pipeline/mail/read-mail'
import { readDocument } from '../../../src/engine/pipeline/read/read-document'
import type { StartWorker, WorkerMessage, WorkerRequest } from '../../../src/engine/worker/protocol'
import { toErrorData } from '../../../src/shared/result'
import { startStandIn, testKey, type StandIn } from '../../model-stand-in/server'
import { nextTaskAt } from '../../../src/engine/store/model-tasks'
import { someEngine, someHost, type TestEngine } from '../some-engine'

/** Document workers without processes, with the real readers of pages. */
const readingWorkers: StartWorker = () => {
  let tell: (message: WorkerMessage) => void = () => undefined
  let exited: () => void = () => undefined
  return {
    pid: undefined,
    post: request => void work(request).then(message => tell(message)),
    onMessage(listener) {
      tell = listener
      setImmediate(() => listener({ type: 'ready' }))
    },
    onExit: listener => void (exited = listener),
    kill: () => setImmediate(() => exited()),
  }
}

async function work(request: WorkerRequest): Promise<WorkerMessage> {
  const { id, bytes } = request
  try {
    if (request.type === 'mail') return { type: 'mail_opened', id, parts: await readMail(bytes) }
    const { kind } = request
    if (request.type === 'draw') return { type: 'drawn', id, picture: await pagePicture(bytes, kind, request) }
    const reading = await readDocument(bytes, kind, request.mediaType, request.options, () => undefined)
    return { type: 'done', id, reading }
  } catch (thrown) {
    return { type: 'failed', id, error: toErrorData(thrown) }
  }
}

const withStacks = (_: string, value: unknown) => (value instanceof Error ? [value.stack, { ...value }] : value)

export interface Desk {
  readonly engine: TestEngine
  readonly model: StandIn
  readonly host: EngineHost
  /** Everything the log was told. */
  readonly logged: string[]
  /** Takes a file in and waits until it is read and everything is asked. */
  take(file: string): Promise<DocumentId>
  document(documentId: DocumentId): Promise<Output<'document.get'>>
  /** Moves the clock on and lets the lane notice. */
  passTime(ms: number): Promise<Output<'model.status'>>
  /** Resolves when no question waits that may be asked now. */
  settled(): Promise<Output<'model.status'>>
  close(): Promise<void>
}

interface DeskOptions {
  readonly isOn?: boolean
  readonly readsPages?: boolean
  readonly codesLines?: boolean
  readonly monthlyBudget?: number
  readonly host?: Partial<EngineHost>
}

/** A company with a key, the outside model switched on, and a stand-in for its vendor. */
export async function openDesk({ host: changes = {}, ...wanted }: DeskOptions = {}): Promise<Desk> {
  const model = await startStandIn()
  const logged: string[] = []
  const note = (fields: Record<string, unknown>, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields, withStacks)}`)
  let skew = 0
  const now = () => Date.now() + skew
  const host = someHost({
    now,
    keyStore: {
      seal: secret => Promise.resolve(Buffer.from(secret).toString('base64')),
      open: sealed => Promise.resolve(Buffer.from(sealed, 'base64').toString()),
    },
    startWorker: readingWorkers,
    outsideModelAddress: model.address,
    random: () => 0,
    log: { info: note, warn: note, error: note },
    ...changes,
  })
  const engine = someEngine(host)
  await engine.start()
  await engine.ask('model.setKey', { apiKey: testKey })
  const { outsideModel } = await engine.ask('settings.get', {})
  await engine.ask('settings.set', { patch: { outsideModel: { ...outsideModel, isOn: true, ...wanted } } })

  async function settled(): Promise<Output<'model.status'>> {
    for (;;) {
      await engine.company().model.idle()
      const status = await engine.ask('model.status', {})
      const { outsideModel } = await engine.ask('settings.get', {})
      if (!outsideModel.isOn || status.pausedUntil !== null) return status
      // Asked in a batch, or put off: nothing happens before time passes.
      if ((nextTaskAt(engine.company().store.db) ?? Infinity) > now()) return status
      await wait(10)
    }
  }

  return {
    engine,
    model,
    host,
    logged,
    settled,
    passTime(ms) {
      skew += ms
      engine.company().model.wake()
      return wait(20).then(settled)
    },
    document: documentId => engine.ask('document.get', { documentId }),
    async take(file) {
      await engine.take([file], 'drop')
      await engine.company().queue.whenEmpty()
      await settled()
      const { documentIds } = await engine.ask('document.ids', {
        filter: {},
        sort: { by: 'received', direction: 'descending' },
      })
      const [newest] = documentIds
      if (newest === undefined) throw new Error('nothing was received')
      return newest
    },
    async close() {
      await engine.close()
      await model.close()
    },
  }
}

/**
 * An invoice in words our own reader does not expect: it finds no number, and of the name that is to be paid it is not sure,
 * for a trade stands above it. `notes` stand below it, `hidden` in white.
 */
export async function oddInvoice(
  folder: string,
  { notes = [], hidden = [] }: { notes?: readonly string[]; hidden?: readonly string[] } = {},
) {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([612, 792])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const rows = [
    'Libros y encuadernacion',
    'Marisol Ibarra',
    'para la imprenta Alondra',
    'Pieza K-7731 del cuaderno de encargos',
    'Hecho el 12 de marzo de 2026',
    'Encuadernacion de 40 libros en tela',
    'Por el trabajo 2,000.00',
    'Al fisco 320.00',
    'En suma 2,320.00 MXN',
    ...notes,
  ]
  for (const [index, row] of rows.entries()) page.drawText(row, { x: 60, y: 720 - index * 24, size: 11, font })
  for (const [index, row] of hidden.entries())
    page.drawText(row, { x: 60, y: 300 - index * 14, size: 8, font, color: rgb(1, 1, 1) })
  const file = join(folder, `${randomUUID()}.pdf`)
  writeFileSync(file, await pdf.save())
  return file
}

/** What a careful model would read from {@link oddInvoice}. */
export const oddValues = [
  { field: 'invoice_number', value: 'K-7731', page: 1, text: 'K-7731' },
  { field: 'issue_date', value: '2026-03-12', page: 1, text: '12 de marzo de 2026' },
  { field: 'net_total', value: '2000.00', page: 1, text: '2,000.00' },
  { field: 'tax_total', value: '320.00', page: 1, text: '320.00' },
  { field: 'grand_total', value: '2320.00', page: 1, text: '2,320.00' },
] as const
