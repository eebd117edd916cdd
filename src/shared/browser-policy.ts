import type { LedgerPage } from './engine-control'

/** Whether an address may be given to the system's browser: a web page of the connected ledger, below its own path, and nothing else. */
export function mayOpen({ ledgerUrl, pageUrl }: LedgerPage): boolean {
  if (!URL.canParse(ledgerUrl) || !URL.canParse(pageUrl)) return false
  const [ledger, page] = [new URL(ledgerUrl), new URL(pageUrl)]
  // Other schemes start programs.
  if (page.protocol !== 'https:' && page.protocol !== 'http:') return false
  if (page.username !== '' || page.password !== '') return false
  const below = ledger.pathname.replace(/\/+$/, '')
  return page.origin === ledger.origin && (page.pathname === below || page.pathname.startsWith(`${below}/`))
}
