import { z } from 'zod'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Reader, type Tx } from '../store/write'
import type { PaperlessSession } from './session'
import { takeDocuments } from './take-documents'

/** The latest change seen, in the archive's own time. */
const cursorKey = 'paperless.cursor'
const lastFullLookKey = 'paperless.lastFullLook'
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

/**
 * Looks for what changed once per period, through everything once a day: what was shared later did not change.
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
  const cursor = readSetting(store.db, cursorKey, z.number())
  const isFull = isAsked || cursor === undefined || since(lastFullLookKey) >= dayMs
  if (!isFull && since(lastRunKey) < periodMs) return
  const latest = await takeDocuments(session, { since: isFull ? undefined : cursor })
  if (signal.aborted) return
  write(store, tx => {
    if (latest !== undefined) writeSetting(tx, cursorKey, latest)
    if (isFull) writeSetting(tx, lastFullLookKey, now())
  })
}
