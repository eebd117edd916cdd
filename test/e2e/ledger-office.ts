import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentId } from '../../src/shared/ids'
import type { StandIn } from '../ledger-stand-in/server'
import { expect, type QuittanceApp } from './quittance-app'
import { cfdiOf, costAccount, twelve } from './twelve-invoices'

/** Says whose company it is and connects it with a ledger, in Settings. */
export async function connectLedger({ page, ask }: QuittanceApp, standIn: StandIn): Promise<void> {
  await ask('settings.set', {
    patch: { companyTaxIds: ['URE180429TM6'], companyName: 'Universidad Robótica', firstRunDone: true },
  })
  await page.keyboard.press('Control+,')
  await page.getByRole('textbox', { name: 'Address' }).fill(standIn.url)
  await page.getByLabel('API key', { exact: true }).fill(standIn.apiKey)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Connected to/).first()).toBeVisible()
}

/** Drops invoices on the window and settles whatever is asked about them, up to the approval. */
export async function receiveInvoices(
  { ask, drop, settled }: QuittanceApp,
  dataFolder: string,
  invoices: typeof twelve = twelve,
): Promise<DocumentId[]> {
  const files = invoices.map(invoice => {
    const file = join(dataFolder, `${invoice.folio}.xml`)
    writeFileSync(file, cfdiOf(invoice))
    return file
  })
  await drop(files)
  await settled(invoices.length)
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  expect(documentIds).toHaveLength(invoices.length)
  await ask('document.setAccount', { documentIds, accountCode: costAccount })
  for (const documentId of documentIds) await settleIssues(ask, documentId)
  return documentIds
}

/** Makes vendors, and waives what does not concern posting (these invoices bear no real seal). */
async function settleIssues(ask: QuittanceApp['ask'], documentId: DocumentId): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const { issues } = await ask('document.get', { documentId })
    const [issue] = issues.filter(each => each.state === 'open')
    if (!issue) return
    const made = issue.suggestions.find(({ fix }) => fix.type === 'create_vendor' || fix.type === 'choose_vendor')
    await ask('issue.applyFix', {
      issueId: issue.id,
      fix: made?.fix ?? { type: 'waive', reason: 'test' },
      note: 'test',
    })
  }
}
