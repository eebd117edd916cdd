import type { Server } from './server'

/** Longest text of a request or an answer that is kept, in characters. */
const longest = 4_000
const nameOfSecret = /^(authorization|password|secret|token|api_?key|access_?token)$/i

/**
 * What was said, as it may be kept and shown: JSON text of bounded length, without the key in use and without anything
 * that goes by the name of a secret. Of a file only its name and size remain.
 *
 * @returns null where nothing was said
 */
export function saidText(said: unknown, headers: Server['headers']): string | null {
  if (said === undefined || said === null) return null
  const text = JSON.stringify(
    said instanceof FormData ? formFields(said) : said,
    (name, value: unknown) => (nameOfSecret.test(name) ? '…' : value),
    2,
  )
  return secretsOf(headers)
    .reduce((masked, secret) => masked.replaceAll(secret, '…'), text)
    .slice(0, longest)
}

function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form.entries()) {
    fields[name] = typeof value === 'string' ? value : `${value.name} (${value.size} bytes)`
  }
  return fields
}

/** The header reads `Bearer …` or `Token …`. */
function secretsOf(headers: Server['headers']): string[] {
  const key = headers['authorization']?.split(' ').at(-1) ?? ''
  return key === '' ? [] : [key]
}
