import { AppError } from '../../shared/result'

/**
 * Checks the address of a server as a person entered it. A key must not travel in the clear over the internet: http is
 * for this machine and for private networks only.
 *
 * @returns the address without a slash at its end
 * @throws AppError `value_invalid` (params `field`, `reason`)
 */
export function serverAddress(entered: string): string {
  if (!URL.canParse(entered)) throw new AppError('value_invalid', { field: 'url', reason: 'not_a_url' })
  const url = new URL(entered)
  const isPlain = url.protocol === 'http:'
  if (!isPlain && url.protocol !== 'https:') throw new AppError('value_invalid', { field: 'url', reason: 'not_http' })
  if (isPlain && !isPrivateHost(url.hostname))
    throw new AppError('value_invalid', { field: 'url', reason: 'not_https' })
  if (url.username !== '' || url.password !== '') {
    throw new AppError('value_invalid', { field: 'url', reason: 'has_credentials' })
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** A key as servers hand it out: also keeps line breaks out of the header. @throws AppError `value_invalid` */
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
