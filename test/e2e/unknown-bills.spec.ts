import type { Json } from '../ledger-stand-in/json'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { connectLedger, receiveInvoices } from './ledger-office'
import { expect, test as base } from './quittance-app'
import { twelve } from './twelve-invoices'

/** A ledger that holds two bills with our mark from before these books began. */
const test = base.extend<{ standIn: StandIn }>({
  standIn: async ({ browserName: _ }, use) => {
    const standIn = await startStandIn()
    await furnish(standIn)
    await use(standIn)
    await standIn.close()
  },
})

async function furnish(standIn: StandIn): Promise<void> {
  const post = async (path: string, body: Json) => {
    const headers = { authorization: `Bearer ${standIn.apiKey}`, 'content-type': 'application/json' }
    const answered = await fetch(`${standIn.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answered.status).toBe(201)
  }
  await post('/api/items', { name: 'Carrier', type: 'service', purchasable: true, cost_account_id: 1020 })
  await post('/api/vendors', { display_name: 'ESCUELA KEMPER URGATE', company_name: 'EKU9003173C9' })
  for (const number of ['T1', 'T99']) {
    await post('/api/bills', {
      vendor_id: 1,
      bill_number: `EKU9003173C9-${number}`,
      bill_date: '2026-02-10',
      note: 'Quittance 7',
      open: true,
      entries: [{ item_id: 1000, quantity: 1, rate: 1160 }],
    })
  }
}

test('bills from before the books were put back: one is linked to its document, one dismissed, and none is made again', async ({
  app,
  dataFolder,
  standIn,
}) => {
  const { page, ask } = app
  await connectLedger(app, standIn)
  await ask('ledger.sync', {})
  const [documentId] = await receiveInvoices(app, dataFolder, twelve.slice(0, 1))
  if (!documentId) throw new Error('nothing was received')
  await page.getByRole('button', { name: /^Sync/ }).first().click()
  const list = page.getByRole('region', { name: 'In BigCapital with our mark, unknown here' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('button', { name: 'Approve #1: its bill' }).click()
  await expect.poll(async () => (await ask('document.get', { documentId })).state).toMatch(/approved|posted/)
  await ask('ledger.sync', {})
  await expect.poll(async () => (await ask('document.get', { documentId })).state).toBe('posted')
  await expect(list.getByRole('listitem')).toHaveCount(1)

  await list.getByRole('button', { name: 'Not ours…' }).click()
  await page.keyboard.type('entered by the other office')
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  expect(standIn.bills().map(({ number }) => number)).toEqual(['EKU9003173C9-T1', 'EKU9003173C9-T99'])
})
