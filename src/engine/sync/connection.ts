import { z } from 'zod'
import { AppError } from '../../shared/result'
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
 * Where the calls go. The key must not travel in the clear over the internet: http is for this machine and for
 * private networks only.
 *
 * @returns the address with `/api` at its end, where the ledger listens
 * @throws AppError `value_invalid` (params `field`, `reason`)
 */
export function apiBase(entered: string): string {
  if (!URL.canParse(entered)) throw new AppError('value_invalid', { field: 'url', reason: 'not_a_url' })
  const url = new URL(entered)
  const isPlain = url.protocol === 'http:'
  if (!isPlain && url.protocol !== 'https:') throw new AppError('value_invalid', { field: 'url', reason: 'not_http' })
  if (isPlain && !isPrivateHost(url.hostname))
    throw new AppError('value_invalid', { field: 'url', reason: 'not_https' })
  if (url.username !== '' || url.password !== '') {
    throw new AppError('value_invalid', { field: 'url', reason: 'has_credentials' })
  }
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path.endsWith('/api') ? path : `${path}/api`}`
}

/** Exactly what the ledger hands out: `bc_` and hexadecimal digits. Also keeps line breaks out of the header. */
export function cleanApiKey(entered: string): string {
  const key = entered.trim()
  if (!/^[\x21-\x7e]{8,400}$/.test(key)) throw new AppError('value_invalid', { field: 'apiKey', reason: 'not_a_key' })
  return key
}

function isPrivateHost(host: string): boolean {
  if (
    host === 'localhost' ||
    host === '[::1]' ||
    !/[.:]/.test(host) ||
    /\.(local|lan|internal|home\.arpa)$/.test(host)
  ) {
    return true
  }
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$/.test(host)
}
