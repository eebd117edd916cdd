import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Circuit } from '../http/circuit'
import { holdSession } from '../http/hold-session'
import { usualTimeouts } from '../http/server'
import { createServerMaker } from '../http/server-maker'
import { createBigCapital } from './bigcapital'
import { noCheckpoint } from './checkpoint'
import { apiBase, ledgerSlot } from './connection'
import { ledgerDialect } from './ledger-dialect'
import { isFresh, nothingKnown, type LedgerSession } from './ledger-session'
import type { Ledger } from './ledger-port'
import type { LedgerSyncOptions } from './ledger-sync'
import { unsettledCount } from './outbox'

const actor = 'ledger sync'

/** Opens the stored connection when it is needed and keeps it; the limits learned from answers outlive it. */
export function createSessions(options: LedgerSyncOptions, circuit: Circuit, signal: () => AbortSignal) {
  const { store, keyStore, now, log } = options
  const serverAt = createServerMaker({
    ...{ dialect: ledgerDialect, circuit, log, now, signal },
    timeouts: options.timeouts ?? usualTimeouts,
    fetch: options.fetch,
    wait: options.wait,
  })
  let organizationCheckedAt: EpochMs | undefined

  const speakTo = (url: string, apiKey: string): Ledger =>
    createBigCapital(serverAt(apiBase(url), { authorization: `Bearer ${apiKey}` }))

  const held = holdSession(async (): Promise<LedgerSession | undefined> => {
    const connection = ledgerSlot.read(store.db)
    const sealed = ledgerSlot.sealedKey(store.db)
    if (!connection || sealed === undefined) return undefined
    const apiKey = await keyStore.open(sealed)
    return {
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
  })

  return {
    speakTo,
    /** The session of the stored connection; undefined when no ledger is connected. */
    ready: held.ready,
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
      held.forget()
      organizationCheckedAt = undefined
    },
  }
}
