import { createWriteStream } from 'node:fs'
import { arch, availableParallelism, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { DiagnosticsFile } from '../../shared/diagnostics'
import type { EpochMs } from '../../shared/ids'
import type { Company } from '../company'
import { companyFolder } from '../company-folders'
import { lookAtHealth } from '../health/look-at-health'
import type { EngineHost } from '../host'
import { migrations } from '../store/migrations/index'
import { readSettings } from '../store/settings'
import { toldLog } from './log-lines'
import { toldCounts } from './told-counts'
import { toldSettings } from './told-settings'

/** What is told of an installation: each file's name and its whole text, as it will be saved. */
export async function collectDiagnostics(
  host: EngineHost,
  { key, store }: Pick<Company, 'key' | 'store'>,
): Promise<DiagnosticsFile[]> {
  const { dataFolder } = host
  const now = host.now() as EpochMs
  const folder = companyFolder(dataFolder, key)
  const freeBytes = host.freeBytes && { freeBytes: () => host.freeBytes?.() ?? Promise.resolve(0) }
  const health = await lookAtHealth({ dataFolder, company: key, folder, now, ...freeBytes })
  const log = toldLog(join(dataFolder, 'logs', 'engine.log'))
  return [
    { name: 'versions.json', text: pretty(versions(host, now)) },
    { name: 'health.json', text: pretty(health) },
    { name: 'counts.json', text: pretty(toldCounts(store.db)) },
    { name: 'settings.json', text: pretty(toldSettings(readSettings(store.db))) },
    ...(log === null ? [] : [{ name: 'engine.log', text: log }]),
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

/** Packs the texts as they are. @param path where the ZIP is to lie */
export async function packDiagnostics(files: readonly DiagnosticsFile[], path: string, now: EpochMs): Promise<void> {
  const zip = new ZipFile()
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text), name, { mtime: new Date(now) })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
}
