import { z } from 'zod'
import { SavedView } from '../../shared/inbox'
import { type Parsed } from '../../shared/contract'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { appendJournal } from '../store/journal'
import { newId } from '../store/new-id'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'

const settingKey = 'inboxViews'
/** More would be a list nobody reads. */
const viewsAtMost = 50

interface Decider {
  readonly now: EpochMs
  readonly actor: string
}

/** Views of the inbox by name. One that means nothing to this version is left out. */
export function savedViews(reader: Reader): SavedView[] {
  const stored = readSetting(reader, settingKey, z.array(z.unknown())) ?? []
  return stored.flatMap(view => SavedView.safeParse(view).data ?? [])
}

/**
 * Keeps a view; one of the same name is replaced.
 *
 * @throws AppError `value_invalid` when there are too many
 */
export function saveView(tx: Tx, input: Parsed<'view.save'>, by: Decider): SavedView[] {
  const name = input.name.trim()
  const views = savedViews(tx)
  const before = views.find(view => isSameName(view.name, name))
  const after: SavedView = { ...input, name, id: before?.id ?? newId<string>(by.now) }
  const kept = [...views.filter(view => view !== before), after].sort((a, b) => a.name.localeCompare(b.name))
  if (name === '' || kept.length > viewsAtMost) {
    throw new AppError('value_invalid', { field: 'view', reason: name === '' ? 'empty' : 'too_many' })
  }
  writeSetting(tx, settingKey, kept)
  tell(tx, 'view.saved', { before, after }, by)
  return kept
}

/** Forgets a view; one that is not there is forgotten already. */
export function removeView(tx: Tx, { viewId }: Parsed<'view.remove'>, by: Decider): SavedView[] {
  const views = savedViews(tx)
  const before = views.find(view => view.id === viewId)
  if (!before) return views
  const kept = views.filter(view => view !== before)
  writeSetting(tx, settingKey, kept)
  tell(tx, 'view.removed', { before, after: undefined }, by)
  return kept
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function tell(
  tx: Tx,
  kind: string,
  { before, after }: { readonly before: SavedView | undefined; readonly after: SavedView | undefined },
  { now, actor }: Decider,
): void {
  const params = { name: (after ?? before)?.name ?? '' }
  appendJournal(tx, { at: now, actor, kind, documentId: null, params, before, after })
}
