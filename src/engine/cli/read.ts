import { lstatSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { recordFailure, recordReading } from '../decisions/record-reading'
import { checkDocument, codeDocument, routeDocument } from '../decisions/steps'
import { invoicesInFile } from '../decisions/unpack-invoices'
import type { DecisionContext } from '../decisions/context'
import { documentRecord, type DocumentRecord } from '../export/record'
import { displayName } from '../intake/display-name'
import { whyUnreadable } from '../intake/receive'
import { intakeLimits } from '../intake/limits'
import { fileError } from '../intake/walk'
import { loadChart, type Chart } from '../pipeline/code/chart'
import type { DocumentReading } from '../pipeline/facts'
import { sniff, sniffLength } from '../pipeline/sniff'
import { sha256Of } from '../store/blob-files'
import { insertDocument } from '../store/documents'
import { newId } from '../store/new-id'
import { openStore } from '../store/open'
import { readSettings } from '../store/settings'
import { documentWork } from '../store/schema'
import { write } from '../store/write'
import { readOptionsOf } from '../read-options'
import { measureReadings, type ReadingTimes } from '../reading-times'
import { createPool, isWorkerDeath, type Pool } from '../worker/pool'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import type { DocumentId } from '../../shared/ids'
import { exitCodes, type ExitCode } from './exit-codes'
import { printRecord } from './print-record'
import { printJson, type CommonOptions, type Terminal } from './terminal'

/** Reads files and prints what was found, in the order given. Keeps nothing. */
export async function readFiles(
  terminal: Terminal,
  paths: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const chart = loadChart(terminal.resourcesFolder, 'sat')
  const size = Math.min(options.workers ?? terminal.cores, paths.length)
  const times = measureReadings(terminal.startWorker, () => performance.now())
  const pool = createPool({ start: times.start, size })
  const waiting = new Map<number, Promise<DocumentRecord[]>>()
  let next = 0
  let isWhole = true
  try {
    for (let index = 0; index < paths.length; index++) {
      for (; next < paths.length && next < index + size; next++) {
        waiting.set(next, readOne(terminal, { pool, msOf: times.msOf, chart }, paths[next] ?? ''))
      }
      const records = (await waiting.get(index)) ?? []
      waiting.delete(index)
      for (const record of records) {
        if (options.json) printJson(terminal, record)
        else printRecord(terminal, record)
        isWhole &&= record.state !== 'set_aside' && record.reason === null
      }
    }
  } finally {
    await pool.close()
  }
  return isWhole ? exitCodes.done : exitCodes.partly
}

interface Outcome {
  /** Null when the file could not be opened. */
  readonly bytes: Uint8Array | null
  /** Which invoice of the file, from 1; null for a file with one. */
  readonly part: number | null
  readonly reading: DocumentReading | null
  readonly error: ErrorData | null
  readonly ms: number | null
}

interface Tools {
  readonly pool: Pool
  readonly msOf: ReadingTimes['msOf']
  readonly chart: Chart
}

/** One record for each invoice in the file. */
async function readOne(terminal: Terminal, tools: Tools, path: string): Promise<DocumentRecord[]> {
  let bytes: Uint8Array
  try {
    bytes = await bytesOf(path)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const outcome = { bytes: null, part: null, reading: null, error: toErrorData(thrown), ms: null }
    return [recordOf(terminal, tools.chart, path, outcome)]
  }
  const whole = await readPart(tools, bytes, path, null)
  const count = whole.reading ? invoicesInFile(whole.reading) : 1
  if (count < 2) return [recordOf(terminal, tools.chart, path, whole)]
  const records: DocumentRecord[] = []
  for (let part = 1; part <= count; part++) {
    records.push(recordOf(terminal, tools.chart, path, await readPart(tools, bytes, path, part)))
  }
  return records
}

async function readPart({ pool, msOf }: Tools, bytes: Uint8Array, path: string, part: number | null): Promise<Outcome> {
  try {
    const reading = await readBytes(pool, bytes, path, part)
    return { bytes, part, reading, error: null, ms: msOf(reading) }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return { bytes, part, reading: null, error: toErrorData(thrown), ms: null }
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    // A pipe or a device would never end.
    if (!lstatSync(path).isFile()) throw new AppError('unsupported_type', { fileName: displayName(path) }, 'never')
    const handle = await open(path)
    try {
      const { size } = await handle.stat()
      if (size > intakeLimits.documentBytes) throw new AppError('file_too_large', { bytes: size }, 'never')
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    const { code, params, retry } = fileError(thrown, displayName(path))
    throw new AppError(code, params, retry, { cause: thrown })
  }
}

async function readBytes(pool: Pool, bytes: Uint8Array, path: string, part: number | null): Promise<DocumentReading> {
  const what = sniff(bytes.subarray(0, sniffLength), bytes.length)
  const refusal = whyUnreadable({ ...what, bytes: bytes.length, fileName: displayName(path) })
  // An archive is no document; `process` takes it apart.
  if (refusal || what.kind === 'zip') {
    const { code, params, retry } = refusal ?? {
      code: 'unsupported_type' as const,
      params: {},
      retry: 'never' as const,
    }
    throw new AppError(code, params, retry)
  }
  const options = { ...defaultReadOptions(), forceOcr: false, ...(part === null ? {} : { part }) }
  try {
    return await pool.read({ bytes, ...what, options })
  } catch (thrown) {
    // Once more, in case the machine was merely busy.
    if (!isWorkerDeath(thrown)) throw thrown
    return pool.read({ bytes, ...what, options })
  }
}

function defaultReadOptions() {
  const store = openStore(':memory:')
  try {
    return readOptionsOf(store.db)
  } finally {
    store.close()
  }
}

/** Checks and codes in books of its own that vanish, so that the answer does not depend on other files. */
function recordOf(
  terminal: Terminal,
  chart: Chart,
  path: string,
  { bytes: read, part, reading, error, ms }: Outcome,
): DocumentRecord {
  const bytes = read ?? new Uint8Array()
  const store = openStore(':memory:')
  try {
    const now = terminal.now()
    const settings = readSettings(store.db)
    const ctx: DecisionContext = { now, actor: `engine ${terminal.version}`, settings, chart, newId: () => newId(now) }
    const documentId = newId<DocumentId>(now)
    const what = sniff(bytes.subarray(0, sniffLength), bytes.length)
    write(store, tx => {
      insertDocument(tx, {
        id: documentId,
        sha256: sha256Of(bytes),
        fileName: displayName(path),
        bytes: bytes.length,
        ...what,
        source: 'command_line',
        receivedAt: now,
        state: 'queued',
        part,
      })
      if (reading) {
        recordReading(tx, documentId, reading, { previews: [], xmlSha256: null }, ctx)
        checkDocument(tx, documentId, ctx)
        codeDocument(tx, documentId, ctx)
        routeDocument(tx, documentId, ctx)
      } else if (error) recordFailure(tx, documentId, error, ctx)
      tx.update(documentWork).set({ readMs: ms }).run()
    })
    const record = { ...documentRecord(store.db, documentId, path), intake_number: null }
    return read ? record : { ...record, sha256: null }
  } finally {
    store.close()
  }
}
