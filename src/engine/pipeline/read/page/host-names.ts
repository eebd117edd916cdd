import { fold } from './fold'
import { looksAlike } from './misread'
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

/**
 * A name whose letters OCR confused, spelt as a mail or web address of the page spells it: "OpenAl" beside "ar@openai.com". The name
 * itself where they agree already, or differ by more.
 */
export function spelledAsHost(name: string, hosts: readonly string[]): string {
  const [first = '', ...rest] = name.split(/(?=[\s,])/)
  const read = fold(first)
  const host = hosts.find(
    other =>
      other.length === read.length &&
      other.length >= leastSpelled &&
      other !== read &&
      [...read].every((letter, at) => letter === other[at] || looksAlike(letter, other[at] ?? '')),
  )
  if (host === undefined) return name
  const spelled = [...first].map((letter, at) => (read[at] === host[at] ? letter : cased(host[at] ?? '', first)))
  return [spelled.join(''), ...rest].join('')
}

/** Shorter names are alike by chance. */
const leastSpelled = 5

/** A wrong letter tells nothing of its case: capitals go by the letters around it. */
function cased(letter: string, word: string): string {
  return word === word.toUpperCase() ? letter.toUpperCase() : letter
}
