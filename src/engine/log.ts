import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { EngineLog } from './host'
import { targetError } from './store/blob-files'

/** Names under which secrets might ever be logged by mistake. */
const secretPaths = ['apiKey', 'password', 'authorization', '*.apiKey', '*.password', '*.authorization']

/**
 * Opens `engine.log` in the folder: one JSON object per line, secrets masked.
 *
 * @throws AppError `store_read_only`, `store_disk_full`: the first thing an engine notices of a folder it cannot use
 */
export function openLog(folder: string): EngineLog {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const destination = pino.destination({ dest: join(folder, 'engine.log'), mode: 0o600, sync: true })
    return pino({ base: null, redact: secretPaths, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  } catch (thrown) {
    throw targetError(thrown)
  }
}
