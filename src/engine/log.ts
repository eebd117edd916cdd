import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { EngineLog } from './host'
import { targetError } from './store/blob-files'

/** Names under which secrets might ever be logged by mistake. */
const secretPaths = ['apiKey', 'password', 'authorization', '*.apiKey', '*.password', '*.authorization']

/** Years of starts must not fill the disk: beyond this the log of before is kept as `engine.log.1`, and no older one. */
const largestLog = 10 * 1024 * 1024

/**
 * Opens `engine.log` in the folder: one JSON object per line, secrets masked.
 *
 * @throws AppError `store_read_only`, `store_disk_full`: the first thing an engine notices of a folder it cannot use
 */
export function openLog(folder: string): EngineLog {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, 'engine.log')
    if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`)
    const destination = pino.destination({ dest: file, mode: 0o600, sync: true })
    return pino({ base: null, redact: secretPaths, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  } catch (thrown) {
    throw targetError(thrown)
  }
}
