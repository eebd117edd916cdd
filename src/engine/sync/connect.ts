import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Tx } from '../store/write'
import { cleanApiKey } from '../http/server-address'
import { ledgerSlot, readConnection, type Connection } from './connection'
import type { Ledger } from './ledger-port'
import { unsettledCount } from './outbox'

export interface EnteredConnection {
  readonly url: string
  readonly apiKey: string
}

/**
 * Tries address and key against the ledger; nothing is stored.
 *
 * @throws AppError `value_invalid`, `ledger_unreachable`, `ledger_unauthorized`, `ledger_contract_broken`,
 *   `ledger_refused` (params `type`: `organization_not_ready`)
 */
export async function checkConnection(
  { url, apiKey }: EnteredConnection,
  speakTo: (url: string, apiKey: string) => Ledger,
): Promise<{ readonly connection: Connection; readonly apiKey: string }> {
  const key = cleanApiKey(apiKey)
  const organization = await speakTo(url, key).organization()
  if (!organization.is_ready) throw new AppError('ledger_refused', { type: 'organization_not_ready' })
  return {
    apiKey: key,
    connection: {
      url: url.replace(/\/+$/, ''),
      organization: organization.organization_id,
      name: organization.metadata.name ?? '',
      baseCurrency: organization.metadata.base_currency,
    },
  }
}

/** @throws AppError `ledger_other_organization` (params `unsettled`) */
export function storeConnection(tx: Tx, connection: Connection, sealedKey: string, now: EpochMs): void {
  const before = readConnection(tx)
  const unsettled = unsettledCount(tx)
  // Looked up in another organization they would not be found, and would be sent there a second time.
  if (before && before.organization !== connection.organization && unsettled > 0) {
    throw new AppError('ledger_other_organization', { unsettled })
  }
  ledgerSlot.keep(tx, connection, sealedKey, now)
}
