import { z } from 'zod'
import { connectionSlot } from '../http/connection-slot'
import { serverAddress } from '../http/server-address'

/** The ledger this company posts to; its key lies sealed in `secrets`. */
export const Connection = z.object({
  /** As the person entered it, without a trailing slash. */
  url: z.string(),
  organization: z.string(),
  name: z.string(),
  baseCurrency: z.string(),
})
export type Connection = z.infer<typeof Connection>

export const connectionKey = 'ledger.connection'
export const lastSyncKey = 'ledger.lastSync'
export const ledgerSlot = connectionSlot({
  noun: 'ledger',
  key: connectionKey,
  shape: Connection,
  secret: 'ledger.api_key',
  told: ({ name, url }) => ({ organization: name, url }),
})
export const readConnection = ledgerSlot.read

/**
 * Where the calls go.
 *
 * @returns the address with `/api` at its end, where the ledger listens
 * @throws AppError `value_invalid` (params `field`, `reason`)
 */
export function apiBase(entered: string): string {
  const address = serverAddress(entered)
  return address.endsWith('/api') ? address : `${address}/api`
}
