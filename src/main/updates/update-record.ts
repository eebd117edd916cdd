import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ErrorCode } from '../../shared/result'
import { UpdateChannel } from '../../shared/update'

/** What must be known after a restart. It belongs to this installation, not to a company's books. */
const UpdateRecord = z.object({
  channel: UpdateChannel.default('stable'),
  isAutomatic: z.boolean().default(false),
  lastCheckedAt: z.number().int().nullable().default(null),
  /** Why the last installation came to nothing, to be told after the restart. */
  problem: ErrorCode.nullable().default(null),
  /** The version replaced last, while its program and data are kept. */
  previous: z
    .object({
      version: z.string(),
      /** File name of its program inside the folder of what is kept; null where an installer put it in place. */
      program: z.string().nullable(),
      /** Whether this version changed the books' schema: then the one before cannot open them any more. */
      changedSchema: z.boolean(),
      keptUntil: z.number().int(),
    })
    .nullable()
    .default(null),
})
export type UpdateRecord = z.infer<typeof UpdateRecord>

/** Missing or spoiled: as on the first day. */
export function readRecord(folder: string): UpdateRecord {
  const file = join(folder, 'record.json')
  if (!existsSync(file)) return UpdateRecord.parse({})
  try {
    return UpdateRecord.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Preferences only: nothing of the books is in it, and what is kept goes with the next version that is kept.
    return UpdateRecord.parse({})
  }
}

/** Written aside and renamed, so that a half-written record never has the name. */
export function writeRecord(folder: string, record: UpdateRecord): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'record.json')
  const handle = openSync(`${file}.part`, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(record)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.part`, file)
}
