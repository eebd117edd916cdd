import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Circuit } from '../http/circuit'
import { createPacing } from '../http/pacing'
import { usualTimeouts } from '../http/server'
import { readSealed } from '../store/secrets'
import { createBigCapital, type BigCapital } from './bigcapital'
import { noCheckpoint } from './checkpoint'
import { apiBase, apiKeySecret, readConnection } from './connection'
import { ledgerDialect } from './ledger-dialect'
import { isFresh, nothingKnown, type LedgerSession } from './ledger-session'
import type { LedgerSyncOptions } from './ledger-sync'
import { unsettledCount } from './outbox'
import { abortableWait } from '../http/timers'

const actor = 'ledger sync'

/** Opens the stored connection when it is needed and keeps it; the limits learned from answers outlive it. */
export function createSessions(options: LedgerSyncOptions, circuit: Circuit, signal: () => AbortSignal) {
  const { store, keyStore, now, log } = options
  const pacing = createPacing(now)
  let session: LedgerSession | undefined
  let organizationCheckedAt: EpochMs | undefined

  function speakTo(url: string, apiKey: string): BigCapital {
    const { wait = abortableWait, timeouts = usualTimeouts } = options
    const stopping = signal()
    return createBigCapital({
      baseUrl: apiBase(url),
      dialect: ledgerDialect,
      headers: { authorization: `Bearer ${apiKey}` },
      fetch: options.fetch ?? globalThis.fetch,
      pacing,
      circuit,
      log,
      now,
      wait: ms => wait(ms, stopping),
      signal: stopping,
      timeouts,
    })
  }

  return {
    speakTo,
    /** The session of the stored connection; undefined when no ledger is connected. */
    async ready(): Promise<LedgerSession | undefined> {
      if (session) return session
      const connection = readConnection(store.db)
      const sealed = readSealed(store.db, apiKeySecret)
      if (!connection || sealed === undefined) return undefined
      const apiKey = await keyStore.open(sealed)
      session = {
        store,
        ledger: speakTo(connection.url, apiKey),
        organization: connection.organization,
        baseCurrency: connection.baseCurrency,
        log,
        actor,
        checkpoint: options.checkpoint ?? noCheckpoint,
        now,
        chart: key => options.chart(key),
        known: nothingKnown(),
      }
      return session
    },
    /**
     * The key decides the organization, and it may have been changed behind our back.
     *
     * @throws AppError `ledger_other_organization`; ServerFailure
     */
    async checkOrganization({ ledger, organization }: LedgerSession): Promise<void> {
      if (isFresh(organizationCheckedAt, now())) return
      const found = await ledger.organization()
      if (found.organization_id !== organization) {
        throw new AppError('ledger_other_organization', { unsettled: unsettledCount(store.db) })
      }
      organizationCheckedAt = now()
    },
    /** The connection was just checked. */
    checked(): void {
      organizationCheckedAt = now()
    },
    /** What was known of the organization may have changed while it could not be reached. */
    doubt(): void {
      organizationCheckedAt = undefined
    },
    forget(): void {
      session = undefined
      organizationCheckedAt = undefined
    },
  }
}
