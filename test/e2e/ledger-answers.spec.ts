import type { Page } from '@playwright/test'
import type { DocumentId } from '../../src/shared/ids'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { connectLedger, receiveInvoices } from './ledger-office'
import { arrowTo, personAt } from './person'
import { expect, test as base, type QuittanceApp } from './quittance-app'
import { twelve } from './twelve-invoices'

/** A ledger with three approved invoices on their way to it. */
const test = base.extend<{ standIn: StandIn; documentIds: DocumentId[] }>({
  standIn: async ({ browserName: _ }, use) => {
    const standIn = await startStandIn()
    await use(standIn)
    await standIn.close()
  },
  documentIds: async ({ app, dataFolder, standIn }, use) => {
    await connectLedger(app, standIn)
    await use(await receiveInvoices(app, dataFolder, twelve.slice(0, 3)))
  },
})

test('a month closed in the ledger: the person corrects the date at the keyboard, and the bill is posted', async ({
  app,
  standIn,
  documentIds,
}) => {
  const { page, ask } = app
  Object.assign(standIn.books.lock, { enabled: true, to: '2026-03-31' })
  const [documentId] = documentIds
  if (!documentId) throw new Error('nothing was received')
  await approveUntil(app, [documentId], 'post_failed')
  expect(standIn.bills()).toEqual([])
  await page
    .getByRole('button', { name: /^Inbox/ })
    .first()
    .click()
  const person = personAt(page)
  const list = page.getByRole('grid', { name: 'Documents' })
  await expect(list).toBeVisible()
  await person.tabTo(list)
  await arrowTo(person, page, page.locator(`[role=row][data-document-id="${documentId}"]`))
  await person.press('Enter')
  const before = person.keys
  const issues = page.locator('[data-pane="issues"]')
  await expect(issues).toContainText('The period is closed in BigCapital')
  await expect(issues.locator('button:focus')).toHaveText(/^1/)
  await person.press('2')
  await expect(page.getByRole('region', { name: 'Fields' }).getByLabel(/^Issued/)).toBeFocused()
  await person.type('2026-04-01')
  await person.press('Enter')
  await expect.poll(() => stateOf(app, documentId)).toBe('ready')
  await person.press('Control+Enter')
  await expect.poll(() => stateOf(app, documentId)).toMatch(/approved|posted/)
  console.log(`keys from the refusal to the new approval: ${person.keys - before}`)
  await syncUntil(app, documentId, 'posted')
  expect(standIn.bills()).toMatchObject([{ date: '2026-04-01' }])
  const { issues: told } = await ask('document.get', { documentId })
  expect(told.filter(({ key, state }) => key === 'period_locked' && state === 'open')).toEqual([])
})

test('bills changed and deleted in the ledger: one change is accepted, one restored, one posted again', async ({
  app,
  standIn,
  documentIds,
}) => {
  const { page, ask } = app
  await approveUntil(app, documentIds, 'posted')
  const bills = standIn.books.bills
  const [accepted, restored, deleted] = ['-T1', '-T2', '-T3'].map(end => {
    const bill = bills.find(({ number }) => number?.endsWith(end) === true)
    const [line] = bill?.entries ?? []
    if (!bill || !line) throw new Error(`${end} is not there`)
    return { bill, line, rate: line.rate }
  })
  if (!accepted || !restored || !deleted) throw new Error('three bills were posted')
  for (const { bill, line, rate } of [accepted, restored]) {
    Object.assign(bill, { amount: bill.amount + 10, entries: [{ ...line, rate: rate + 10 }, ...bill.entries.slice(1)] })
  }
  bills.splice(bills.indexOf(deleted.bill), 1)
  await ask('ledger.sync', {})
  await openSync(page)
  const problem = (folio: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`\\b${folio}\\b`) })
  await expect(problem('T1')).toContainText('was changed in BigCapital')
  await expect(problem('T2')).toContainText('was changed in BigCapital')
  await expect(problem('T3')).toContainText('was deleted in BigCapital')

  const person = personAt(page)
  const answer = async (folio: string, name: RegExp) => {
    await person.tabTo(problem(folio).getByRole('button', { name }))
    await person.press('Enter')
    await expect(problem(folio)).toHaveCount(0)
  }
  await answer('T1', /^Accept what/)
  await answer('T2', /^Make BigCapital say/)
  await answer('T3', /^Post it again/)
  await expect
    .poll(async () => {
      await ask('ledger.sync', {})
      return standIn.books.bills.length
    })
    .toBe(3)
  await expect
    .poll(() => standIn.books.bills.find(({ id }) => id === restored.bill.id)?.entries[0]?.rate)
    .toBe(restored.rate)
  expect(standIn.books.bills.find(({ id }) => id === accepted.bill.id)?.entries[0]?.rate).toBe(accepted.rate + 10)
  expect(standIn.books.bills.filter(({ number }) => number?.endsWith('-T3') === true)).toHaveLength(1)
  await expect.poll(async () => (await ask('document.counts', {})).tabs.posted).toBe(3)
})

test('a draft that adds up otherwise is deleted from Sync and from Review', async ({ app, standIn, documentIds }) => {
  const { page, ask } = app
  await ask('settings.set', { patch: { ledgerChecksDrafts: true } })
  standIn.faults.add({ kind: 'wrong_total', method: 'POST', pattern: '/api/bills', times: 2 })
  const refused = documentIds.slice(0, 2)
  await approveUntil(app, refused, 'post_failed')
  expect(standIn.bills().map(({ openedOn }) => openedOn)).toEqual([null, null])
  await openSync(page)
  const remove = page.getByRole('button', { name: 'Delete the draft in BigCapital' })
  await expect(remove).toHaveCount(2)
  await remove.first().click()
  await expect(remove).toHaveCount(1)
  expect(standIn.bills()).toHaveLength(1)
  await page.getByRole('listitem').filter({ has: remove }).getByRole('button', { name: 'Open the document' }).click()
  const inReview = page.locator('[data-pane="issues"]').getByRole('button', { name: /Delete the draft in BigCapital/ })
  await inReview.click()
  await expect(inReview).toHaveCount(0)
  await expect.poll(() => standIn.bills()).toEqual([])
  for (const documentId of refused) expect(await stateOf(app, documentId)).toBe('post_failed')
})

async function approveUntil(app: QuittanceApp, documentIds: DocumentId[], state: string): Promise<void> {
  const { failed } = await app.ask('document.approve', { documentIds })
  expect(failed).toEqual([])
  for (const documentId of documentIds) await syncUntil(app, documentId, state)
}

async function syncUntil(app: QuittanceApp, documentId: DocumentId, state: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await app.ask('ledger.sync', {})
        return stateOf(app, documentId)
      },
      { timeout: 60_000 },
    )
    .toBe(state)
}

async function stateOf(app: QuittanceApp, documentId: DocumentId): Promise<string> {
  return (await app.ask('document.get', { documentId })).state
}

async function openSync(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Sync/ }).first().click()
  await page.getByRole('tab', { name: 'Connections' }).click()
}
