import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { EngineLog } from './host'
import { documentOnRoad } from './on-road'
import { targetError } from './store/blob-files'

/** Names under which secrets, and what documents say, might be logged by mistake; also inside an error. */
const secretNames = ['apiKey', 'password', 'authorization', 'token']
const documentNames = ['fileName', 'vendor', 'vendorName', 'billNumber', 'text', 'amount', 'total']
const masked = [...secretNames, ...documentNames].flatMap(name => [name, `*.${name}`, `err.data.params.${name}`])

/** Bounds of the logs together: `engine.log` and the `kept` files before it, each of `fileBytes` at most. */
export interface LogBounds {
  readonly fileBytes: number
  readonly kept: number
}

const usualBounds: LogBounds = { fileBytes: 5 * 1024 * 1024, kept: 4 }

/**
 * Opens `engine.log` in the folder: one JSON object per line, secrets masked, with the document on whose road it was
 * written. A full file becomes `engine.log.1`, that one `engine.log.2`, and so on; the oldest goes.
 *
 * @throws AppError `store_read_only`, `store_disk_full`: the first thing an engine notices of a folder it cannot use
 */
export function openLog(folder: string, bounds = usualBounds): EngineLog {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const options = {
      base: null,
      redact: masked,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ documentId: documentOnRoad() }),
    }
    return pino(options, boundedFile(join(folder, 'engine.log'), bounds))
  } catch (thrown) {
    throw targetError(thrown)
  }
}

/** Each line is in the file when it returns: streams that rotate by themselves lose the last ones before a crash. */
function boundedFile(file: string, { fileBytes, kept }: LogBounds): pino.DestinationStream {
  if (existsSync(file) && statSync(file).size > fileBytes) shift(file, kept)
  let handle = openSync(file, 'a', 0o600)
  let bytes = fstatSync(handle).size

  function startAnew(): void {
    shift(file, kept)
    const full = handle
    handle = openSync(file, 'a', 0o600)
    closeSync(full)
    bytes = 0
  }

  return {
    write(line) {
      try {
        if (bytes > 0 && bytes + Buffer.byteLength(line) > fileBytes) startAnew()
        bytes += writeSync(handle, line)
      } catch {
        // A full disk costs the line, never the work; the store says by itself that nothing can be written.
      }
    },
  }
}

function shift(file: string, kept: number): void {
  rmSync(`${file}.${kept}`, { force: true })
  for (let number = kept - 1; number >= 1; number--) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`)
  }
  renameSync(file, `${file}.1`)
}
