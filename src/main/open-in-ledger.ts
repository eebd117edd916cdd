import { shell } from 'electron'
import { z } from 'zod'
import { mayOpen } from '../shared/browser-policy'
import type { LedgerPage } from '../shared/engine-control'
import type { ErrorData, Reply } from '../shared/result'
import { handleFromPage } from './from-page'
import type { Network } from './network'

/** Asks the engine where a posted bill is shown; `null` asks for the ledger's front page. */
export type FindLedgerPage = (documentId: string | null) => Promise<LedgerPage | null>

/**
 * Answers a page that wants a bill shown in the ledger. The page names a document, never an address: the engine says
 * where the connected ledger shows it, and only an address of that very ledger is given to the system's browser.
 */
export function serveLedgerPages(find: FindLedgerPage, network: Network): void {
  handleFromPage('open-in-ledger', async (_event, wanted): Promise<Reply<Record<string, never>>> => {
    const documentId = z.string().max(80).nullable().safeParse(wanted)
    if (!documentId.success) return refused({ code: 'invalid_input', params: {}, retry: 'never' })
    // The browser is another program, but it would go there on our word.
    if (network.isClosed()) return refused({ code: 'network_closed', params: {}, retry: 'user' })
    const page = await find(documentId.data)
    if (!page || !mayOpen(page)) return refused({ code: 'ledger_not_connected', params: {}, retry: 'user' })
    await shell.openExternal(page.pageUrl)
    return { ok: true, value: {} }
  })
}

function refused(error: ErrorData): Reply<Record<string, never>> {
  return { ok: false, error }
}
