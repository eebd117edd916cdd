import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { defaultPaperlessOptions, PaperlessOptions } from '../../shared/paperless'
import { connectionSlot } from '../http/connection-slot'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Reader } from '../store/open'
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

export const paperlessSlot = connectionSlot({
  noun: 'paperless',
  key: 'paperless.connection',
  shape: PaperlessConnection,
  secret: 'paperless.token',
  told: ({ url, user }) => ({ url, user }),
})
export const readPaperless = paperlessSlot.read

const optionsKey = 'paperless.options'

export function readPaperlessOptions(reader: Reader): PaperlessOptions {
  return readSetting(reader, optionsKey, PaperlessOptions) ?? defaultPaperlessOptions
}

/** Keeps a connection that was tried, and the sealed token. What to take is asked anew when it is another archive. */
export function storePaperless(tx: Tx, connection: PaperlessConnection, sealedToken: string, now: EpochMs): void {
  const before = readPaperless(tx)
  if (before && before.url !== connection.url) {
    writeSetting(tx, optionsKey, { ...readPaperlessOptions(tx), take: null })
  }
  paperlessSlot.keep(tx, connection, sealedToken, now)
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
