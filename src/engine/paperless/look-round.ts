import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Reader, type Tx } from '../store/write'
import { readPaperlessOptions } from './connection'
import type { PaperlessSession } from './session'
import { takeDocuments, takeFailed } from './take-documents'

/** The latest change and the latest arrival seen, in the archive's own time, epoch milliseconds. */
const Cursor = z.object({ modified: z.number(), added: z.number() })
export type Cursor = z.infer<typeof Cursor>

const cursorKey = 'paperless.cursor'
const lastFullLookKey = 'paperless.lastFullLook'
const lastLookKey = 'paperless.lastLook'
const lastRunKey = 'paperless.lastRun'

const dayMs = 24 * 60 * 60_000

/** When a round last came to its good end. */
export function lastRunAt(reader: Reader): number | undefined {
  return readSetting(reader, lastRunKey, z.number())
}

export function keepRun(tx: Tx, now: number): void {
  writeSetting(tx, lastRunKey, now)
}

/** Another selection has other documents: all of them are looked at next, not only what changed lately. */
export function lookThroughEverything(tx: Tx): void {
  writeSetting(tx, cursorKey, undefined)
}

/** When the archive is looked through next; undefined while nothing was chosen. Writing back in between does not put it off. */
export function nextLookAt(reader: Reader, periodMs: number): EpochMs | undefined {
  if (readPaperlessOptions(reader).take === null) return undefined
  return (readSetting(reader, lastLookKey, z.number()) ?? 0) + periodMs
}

/**
 * Looks for what came or changed once per period, through everything once a day: what was shared later did not change,
 * and what another archive was imported from keeps both its dates. In between, only what could not be taken is tried
 * again, each when its wait is over.
 *
 * @param isAsked a person wants it now: through everything, whatever the time
 * @throws like `takeDocuments`
 */
export async function lookForDocuments(
  session: PaperlessSession,
  { isAsked, periodMs }: { readonly isAsked: boolean; readonly periodMs: number },
): Promise<void> {
  const { store, now, signal } = session
  const since = (key: string) => Math.abs(now() - (readSetting(store.db, key, z.number()) ?? 0))
  const cursor = readSetting(store.db, cursorKey, Cursor)
  const isFull = isAsked || cursor === undefined || since(lastFullLookKey) >= dayMs
  if (!isFull && since(lastLookKey) < periodMs) return takeFailed(session)
  const latest = await takeDocuments(session, { since: isFull ? undefined : cursor })
  if (signal.aborted) return
  write(store, tx => {
    if (latest !== undefined) writeSetting(tx, cursorKey, latest)
    if (isFull) writeSetting(tx, lastFullLookKey, now())
    writeSetting(tx, lastLookKey, now())
  })
}
