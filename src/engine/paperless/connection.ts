import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { defaultPaperlessOptions, PaperlessOptions } from '../../shared/paperless'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Reader } from '../store/open'
import { removeSealed, writeSealed } from '../store/secrets'
import { readSetting, writeSetting } from '../store/settings'
import type { Tx } from '../store/write'

/** The archive of this company; its token lies sealed in `secrets`. */
export const PaperlessConnection = z.object({
  /** Without a slash at its end; also names the archive in the links. */
  url: z.string(),
  user: z.string(),
  release: z.string(),
  apiVersion: z.number().int(),
})
export type PaperlessConnection = z.infer<typeof PaperlessConnection>

const connectionKey = 'paperless.connection'
const optionsKey = 'paperless.options'
export const tokenSecret = 'paperless.token'

export function readPaperless(reader: Reader): PaperlessConnection | undefined {
  return readSetting(reader, connectionKey, PaperlessConnection)
}

export function readPaperlessOptions(reader: Reader): PaperlessOptions {
  return readSetting(reader, optionsKey, PaperlessOptions) ?? defaultPaperlessOptions
}

/** Keeps a connection that was tried, and the sealed token. What to take is asked anew when it is another archive. */
export function storePaperless(tx: Tx, connection: PaperlessConnection, sealedToken: string, now: EpochMs): void {
  const before = readPaperless(tx)
  if (before && before.url !== connection.url) {
    writeSetting(tx, optionsKey, { ...readPaperlessOptions(tx), take: null })
  }
  writeSetting(tx, connectionKey, connection)
  writeSealed(tx, tokenSecret, sealedToken)
  const params = { url: connection.url, user: connection.user }
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'paperless.connected', documentId: null, params })
}

/** Forgets the archive's address and token; what was taken from it stays, and stays known. */
export function removePaperless(tx: Tx, now: EpochMs): void {
  const connection = readPaperless(tx)
  writeSetting(tx, connectionKey, undefined)
  removeSealed(tx, tokenSecret)
  if (!connection) return
  const params = { url: connection.url }
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'paperless.disconnected', documentId: null, params })
}

export function storePaperlessOptions(tx: Tx, options: PaperlessOptions, now: EpochMs): void {
  const before = readPaperlessOptions(tx)
  writeSetting(tx, optionsKey, options)
  appendJournal(tx, {
    at: now,
    actor: sittingActor(tx),
    kind: 'paperless.options_changed',
    documentId: null,
    before,
    after: options,
  })
}
