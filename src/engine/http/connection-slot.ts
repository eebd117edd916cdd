import type { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { MessageParams } from '../../shared/result'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { readSealed, removeSealed, writeSealed } from '../store/secrets'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'

interface SlotParts<C> {
  /** Begins the kinds of its journal rows: `ledger.connected`. */
  readonly noun: string
  /** Name of the setting. */
  readonly key: string
  readonly shape: z.ZodType<C>
  /** Name of the sealed key or token. */
  readonly secret: string
  /** What the journal says of it. */
  readonly told: (connection: C) => MessageParams
}

/** Where a company's connection to a server is remembered: the server in the settings, its key sealed. */
export function connectionSlot<C>({ noun, key, shape, secret, told }: SlotParts<C>) {
  const tell = (tx: Tx, what: string, connection: C, at: EpochMs): void => {
    const kind = `${noun}.${what}`
    appendJournal(tx, { at, actor: sittingActor(tx), kind, documentId: null, params: told(connection) })
  }
  const read = (reader: Reader): C | undefined => readSetting(reader, key, shape)
  return {
    read,
    /** The key as the key store sealed it; undefined when there is none. */
    sealedKey: (reader: Reader): string | undefined => readSealed(reader, secret),
    /** Keeps a connection that was tried, and its sealed key. */
    keep(tx: Tx, connection: C, sealedKey: string, now: EpochMs): void {
      writeSetting(tx, key, connection)
      writeSealed(tx, secret, sealedKey)
      tell(tx, 'connected', connection, now)
    },
    /** Forgets the server and its key. */
    forget(tx: Tx, now: EpochMs): void {
      const connection = read(tx)
      writeSetting(tx, key, undefined)
      removeSealed(tx, secret)
      if (connection !== undefined) tell(tx, 'disconnected', connection, now)
    },
  }
}
