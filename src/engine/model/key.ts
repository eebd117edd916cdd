import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Reader, Tx } from '../store/open'
import { readSealed, removeSealed, writeSealed } from '../store/secrets'

const keySecret = 'model.api_key'

export function sealedKey(reader: Reader): string | undefined {
  return readSealed(reader, keySecret)
}

/** Visible characters only: a line break would end up in a header. @throws AppError `value_invalid` */
export function cleanKey(entered: string): string {
  const key = entered.trim()
  if (!/^[\x21-\x7e]{8,400}$/.test(key)) throw new AppError('value_invalid', { field: 'apiKey', reason: 'not_a_key' })
  return key
}

/** Keeps a key as the operating system's key store sealed it. */
export function keepKey(tx: Tx, sealed: string, now: EpochMs): void {
  writeSealed(tx, keySecret, sealed)
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'model.key_set', documentId: null })
}

export function forgetKey(tx: Tx, now: EpochMs): void {
  if (sealedKey(tx) === undefined) return
  removeSealed(tx, keySecret)
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'model.key_forgotten', documentId: null })
}
