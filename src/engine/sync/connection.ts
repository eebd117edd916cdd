import { z } from 'zod'
import { serverAddress } from '../http/server-address'
import type { Reader } from '../store/open'
import { readSetting } from '../store/settings'

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
export const apiKeySecret = 'ledger.api_key'

export function readConnection(reader: Reader): Connection | undefined {
  return readSetting(reader, connectionKey, Connection)
}

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
