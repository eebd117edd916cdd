import { fold } from './fold'
import { commonHosts } from './name-words'
import type { PageText } from './page-text'

/** Names in mail and web addresses: "billing@acme-tools.com" speaks for "Acme Tools". */
export function hostNames(text: PageText): string[] {
  const found = new Set<string>()
  for (const line of text.lines)
    for (const match of line.text.toLowerCase().matchAll(/(?:@|www\.|https?:\/\/)([a-z0-9-]+)\./g)) {
      const host = (match[1] ?? '').replaceAll('-', '')
      if (host.length >= 3 && host !== 'www' && !commonHosts.has(host)) found.add(host)
    }
  return [...found]
}

/** True when a mail or web address of the page speaks for a name. */
export function isOfHost(name: string, hosts: readonly string[]): boolean {
  const joined = fold(name).replaceAll(/[^a-z0-9]/g, '')
  const first = fold(name.split(' ')[0] ?? '').replaceAll(/[^a-z0-9]/g, '')
  return hosts.some(
    host =>
      (joined.length >= 3 && (joined.startsWith(host) || host.startsWith(joined))) ||
      (first.length >= 4 && host.startsWith(first)),
  )
}
