import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { defaultSettings, Settings, type SettingsPatch } from '../../shared/settings'
import { appendJournal } from './journal'
import type { Reader, Tx } from './open'
import { settings } from './schema'

const preferenceKeys = Object.keys(Settings.shape) as (keyof Settings)[]

/**
 * The preferences in force. One that was never set, or that no longer means anything to this version, has its
 * default, so a fresh or older store works at once.
 */
export function readSettings(reader: Reader): Settings {
  const stored = new Map(
    reader
      .select()
      .from(settings)
      .all()
      .map(row => [row.key, row.value]),
  )
  const read: Record<string, unknown> = { ...defaultSettings }
  for (const key of preferenceKeys) {
    const parsed = Settings.shape[key].safeParse(stored.get(key))
    if (parsed.success) read[key] = parsed.data
  }
  return Settings.parse(read)
}

/**
 * Changes some preferences and journals what they were.
 *
 * @param actor who decided; "person" unless a caller says otherwise
 * @returns the preferences now in force
 */
export function patchSettings(tx: Tx, patch: SettingsPatch, at: EpochMs, actor = 'person'): Settings {
  const before = readSettings(tx)
  const changed = preferenceKeys.filter(
    key => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(before[key]),
  )
  if (changed.length === 0) return before
  for (const key of changed) writeSetting(tx, key, patch[key])
  const after = readSettings(tx)
  const only = (from: Settings) => Object.fromEntries(changed.map(key => [key, from[key]]))
  appendJournal(tx, {
    at,
    actor,
    kind: 'settings.changed',
    documentId: null,
    params: { keys: changed.join(', ') },
    before: only(before),
    after: only(after),
  })
  return after
}

/**
 * A value kept beside the preferences, e.g. whether the queue is paused or which ledger is connected.
 *
 * @returns `undefined` when it was never set or does not fit `type` any more
 */
export function readSetting<T>(reader: Reader, key: string, type: z.ZodType<T>): T | undefined {
  const row = reader.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()
  if (!row) return undefined
  const parsed = type.safeParse(row.value)
  return parsed.success ? parsed.data : undefined
}

/** Sets one value; `undefined` removes it. Journals nothing: the caller knows what it means. */
export function writeSetting(tx: Tx, key: string, value: unknown): void {
  if (value === undefined) {
    tx.delete(settings).where(eq(settings.key, key)).run()
    return
  }
  // Written out here: a column of JSON takes null for "no value", and null is a preference as well ("nothing was said").
  const written = sql`${JSON.stringify(value)}`
  tx.insert(settings)
    .values({ key, value: written })
    .onConflictDoUpdate({ target: settings.key, set: { value: written } })
    .run()
}
