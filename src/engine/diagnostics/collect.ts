import { arch, availableParallelism, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { DiagnosticsFile } from '../../shared/diagnostics'
import type { EpochMs } from '../../shared/ids'
import type { ErrorCode } from '../../shared/result'
import { companyFolder, type CompanyKey } from '../company-folders'
import { lookAtHealth } from '../health/look-at-health'
import type { EngineHost } from '../host'
import { migrations } from '../store/migrations/index'
import type { Store } from '../store/open'
import { readSettings } from '../store/settings'
import { toldLog } from './log-lines'
import { toldCounts } from './told-counts'
import { toldSettings } from './told-settings'

/** The books that are asked; or why they cannot be, damaged or locked: then nothing of what is in them is told. */
export type AskedBooks = { readonly store: Store } | { readonly why: ErrorCode }

/** What is told of an installation: each file's name and its whole text, as it will be saved. */
export async function collectDiagnostics(
  host: EngineHost,
  company: CompanyKey,
  books: AskedBooks,
): Promise<DiagnosticsFile[]> {
  const { dataFolder } = host
  const now = host.now() as EpochMs
  const folder = companyFolder(dataFolder, company)
  const freeBytes = host.freeBytes && { freeBytes: () => host.freeBytes?.() ?? Promise.resolve(0) }
  const key = 'store' in books ? books.store.key : null
  const health = await lookAtHealth({ dataFolder, company, folder, now, key, ...freeBytes })
  const log = toldLog(join(dataFolder, 'logs', 'engine.log'))
  return [
    { name: 'versions.json', text: pretty(versions(host, now)) },
    { name: 'health.json', text: pretty(health) },
    ...toldBooks(books),
    ...(log === null ? [] : [{ name: 'engine.log', text: log }]),
  ]
}

function toldBooks(books: AskedBooks): DiagnosticsFile[] {
  if ('why' in books) return [{ name: 'books.json', text: pretty({ areOpen: false, why: books.why }) }]
  const { db } = books.store
  return [
    { name: 'counts.json', text: pretty(toldCounts(db)) },
    { name: 'settings.json', text: pretty(toldSettings(readSettings(db))) },
  ]
}

function versions({ version, keyStoreKind = 'key_files' }: EngineHost, now: EpochMs) {
  const { electron = null, node, v8, chrome = null } = process.versions
  return {
    madeAt: new Date(now).toISOString(),
    quittance: version,
    schema: migrations.length,
    electron,
    chrome,
    node,
    v8,
    system: `${platform()} ${release()} ${arch()}`,
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    keyStore: keyStoreKind,
  }
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

/** Packs the texts as they are. @returns a ZIP */
export async function packDiagnostics(files: readonly DiagnosticsFile[], now: EpochMs): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text), name, { mtime: new Date(now) })
  zip.end()
  return buffer(zip.outputStream)
}
