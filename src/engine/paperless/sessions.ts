import type { EpochMs } from '../../shared/ids'
import type { Circuit } from '../http/circuit'
import { holdSession } from '../http/hold-session'
import { usualTimeouts, type Server, type Timeouts } from '../http/server'
import { createServerMaker } from '../http/server-maker'
import { noCheckpoint } from '../sync/checkpoint'
import { paperlessSlot, readPaperlessOptions } from './connection'
import { paperlessDialect } from './dialect'
import { createPaperless } from './paperless-api'
import type { PaperlessSyncOptions } from './paperless-sync'
import { acquaint, nothingKnown, versionHeaders, type Acquaintance, type PaperlessSession } from './session'

/** Answers in JSON come soon; files of many pages are slow on small servers. */
const paperlessTimeouts: Timeouts = { ...usualTimeouts, whole: 10 * 60_000 }

/** Opens the stored connection when it is needed and keeps it; the limits learned from answers outlive it. */
export function createPaperlessSessions(options: PaperlessSyncOptions, circuit: Circuit, signal: () => AbortSignal) {
  const { store, blobs, keyStore, log, announce, context, wakeQueue } = options
  const now = (): EpochMs => options.now()
  const serverAt = createServerMaker({
    ...{ dialect: paperlessDialect, circuit, log, now, signal },
    timeouts: options.timeouts ?? paperlessTimeouts,
    fetch: options.fetch,
    wait: options.wait,
  })
  let granted: readonly string[] | undefined

  // The word is Token: Bearer counts as no credentials at all.
  const speakTo = (baseUrl: string, token: string, headers: Record<string, string>): Server =>
    serverAt(baseUrl, { authorization: `Token ${token}`, ...headers })

  const meet = (url: string, token: string): Promise<Acquaintance> =>
    acquaint(url, headers => speakTo(url, token, headers))

  const held = holdSession(async () => {
    const before = paperlessSlot.read(store.db)
    const sealed = paperlessSlot.sealedKey(store.db)
    if (!before || sealed === undefined) return undefined
    const token = await keyStore.open(sealed)
    // Asked with every session: the server may have been upgraded, the account given or refused something.
    const { connection, permissions } = await meet(before.url, token)
    const session: PaperlessSession = {
      store,
      blobs,
      paperless: createPaperless(speakTo(before.url, token, versionHeaders(connection.apiVersion))),
      server: before.url,
      hash: /^[0-2]\./.test(connection.release) ? 'md5' : 'sha256',
      options: readPaperlessOptions(store.db),
      log,
      announce,
      signal: signal(),
      now,
      random: () => options.random(),
      context,
      wake: wakeQueue,
      known: nothingKnown(),
      checkpoint: options.checkpoint ?? noCheckpoint,
    }
    return { session, granted: permissions }
  })

  return {
    /** Asks an archive who it is and what the account may do. @throws ServerFailure; AppError `paperless_version_too_old` */
    meet,
    /** The session of the stored connection; undefined when no archive is connected. @throws like `meet` */
    async ready(): Promise<PaperlessSession | undefined> {
      const opened = await held.ready()
      if (opened) granted = opened.granted
      return opened?.session
    },
    /** What the account may do, as last heard; undefined for everything, or where it may not ask. */
    granted: () => granted,
    /** The next one is opened anew: choices changed, or what the server said may hold no longer. */
    close: held.forget,
    /** For another connection, whose permissions were just heard. */
    forget(heard?: readonly string[]): void {
      held.forget()
      granted = heard
    },
  }
}
