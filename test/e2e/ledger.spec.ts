import AxeBuilder from '@axe-core/playwright'
import type { DocumentId } from '../../src/shared/ids'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { startPaperless } from '../paperless-stand-in/server'
import { journalEntries } from './journal-entries'
import { connectLedger, receiveInvoices } from './ledger-office'
import { expect, test, type QuittanceApp } from './quittance-app'
import { filesBelow, filesWith, isZip, processesWith } from './secret-search'
import { billNumberOf, costAccount, twelve } from './twelve-invoices'

/** Nothing else on the machine looks like it. */
const seededKey = `bc_${'5eed5ec2e7'.repeat(9)}5eed5e`

test('connect, map, post twelve documents: the ledger says to the cent what it should, and the key is nowhere else', async ({
  app,
  dataFolder,
}) => {
  const standIn = await startStandIn({ apiKey: seededKey })
  try {
    await test.step('connect in Settings', () => connectLedger(app, standIn))
    const ids = await test.step('receive and settle twelve invoices', () => receiveInvoices(app, dataFolder))
    await test.step('map the cost account and look at the server', () => map(app))
    await test.step('what would be sent is shown, and nothing is', () => dryRun(app, ids, standIn))
    await test.step('approve and post', () => post(app, ids, standIn))
    await test.step('the books of the ledger', () => compare(standIn))
    await test.step('a change there is seen, and opened only in this ledger', () => drift(app, standIn))
    await test.step('screens break no accessibility rule', () => checkScreens(app))
    await test.step('the key lies nowhere in the clear', () => seekSecrets(app, dataFolder))
  } finally {
    await standIn.close()
  }
})

async function map({ page, ask }: QuittanceApp): Promise<void> {
  await page.getByRole('button', { name: /^Sync/ }).first().click()
  await page.getByRole('tab', { name: 'Mapping' }).click()
  const picker = page.getByRole('combobox', { name: new RegExp(costAccount.replace('.', '\\.')) })
  await expect(picker).toBeVisible()
  await picker.fill('office exp')
  await page.getByRole('option', { name: /Office expenses/i }).click()
  await expect(page.getByRole('row').filter({ hasText: costAccount })).toContainText('Chosen')
  await page.getByRole('button', { name: 'Check the server' }).click()
  await expect(page.getByText('Taxes travel as lines, as this server needs')).toBeVisible()
  expect((await ask('ledger.status', {})).probe).toMatchObject({ mode: 'lines' })
}

async function dryRun({ ask }: QuittanceApp, ids: readonly DocumentId[], standIn: StandIn): Promise<void> {
  const [first] = ids
  if (!first) throw new Error('nothing was received')
  const shown = await ask('ledger.dryRun', { documentId: first })
  expect(JSON.parse(shown.body)).toHaveProperty('entries')
  expect(standIn.bills()).toEqual([])
}

async function post({ ask }: QuittanceApp, documentIds: DocumentId[], standIn: StandIn): Promise<void> {
  const { failed } = await ask('document.approve', { documentIds })
  expect(failed).toEqual([])
  await expect
    .poll(
      async () => {
        await ask('ledger.sync', {})
        return standIn.bills().length + standIn.books.vendorCredits.length
      },
      { timeout: 60_000 },
    )
    .toBe(twelve.length)
  await expect.poll(async () => (await ask('document.counts', {})).tabs.posted).toBe(twelve.length)
}

function compare(standIn: StandIn): void {
  const office = standIn.books.accounts.find(account => /office exp/i.test(account.name))?.code ?? ''
  const expected = new Map(
    twelve.map(invoice => {
      const names: Readonly<Record<string, string>> = {
        cost: office,
        iva: invoice.isPaidAtOnce ? '118.01' : '119.01',
        isrWithheld: '216.04',
        ivaWithheld: '216.10',
        payable: 'payable',
      }
      const rows = Object.entries(invoice.entry).map(([name, cents]) => [names[name] ?? name, cents])
      return [billNumberOf(invoice), Object.fromEntries(rows)]
    }),
  )
  const posted = journalEntries(standIn)
  expect(Object.fromEntries(posted)).toEqual(Object.fromEntries(expected))
  for (const [number, rows] of posted) {
    expect(
      Object.values(rows).reduce((sum, cents) => sum + cents, 0),
      `${number} is balanced`,
    ).toBe(0)
  }
  expect(standIn.books.vendorCredits[0]?.applied).toMatchObject([{ amount: 116 }])
}

async function drift({ page, electron, ask }: QuittanceApp, standIn: StandIn): Promise<void> {
  const bill = standIn.books.bills.find(each => each.number?.endsWith('-T3') === true)
  const [line] = bill?.entries ?? []
  if (!bill || !line) throw new Error('T3 is not there')
  Object.assign(bill, {
    amount: bill.amount + 10,
    entries: [{ ...line, rate: line.rate + 10 }, ...bill.entries.slice(1)],
  })
  await ask('ledger.sync', {})
  await page.getByRole('tab', { name: 'Connections' }).click()
  const problem = page.getByRole('listitem').filter({ hasText: 'T3' })
  await expect(problem).toBeVisible()
  // The browser itself must not open here.
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = address => Promise.resolve(void opened.push(address))
  })
  await problem.getByRole('button', { name: 'Open in BigCapital' }).click()
  const opened = () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual([`${standIn.url}/bills/${bill.id}/edit`])
  await page.evaluate(() => window.quittance.openInLedger('https://evil.example' as never))
  expect(await opened()).toHaveLength(1)
}

async function checkScreens({ page, ask }: QuittanceApp): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark'] as const) {
    await ask('settings.set', { patch: { theme } })
    for (const tab of ['Connections', 'Mapping', 'Work', 'What was sent']) {
      const chosen = page.getByRole('tab', { name: tab })
      await chosen.click()
      // Drawn to the end: the tab names the panel that is there.
      await expect
        .poll(() => chosen.evaluate(node => document.getElementById(node.getAttribute('aria-controls') ?? '')?.role))
        .toBe('tabpanel')
      // axe usually joins its results in a page of its own, which a window of Electron cannot open.
      // What the component library has announced to screen readers stays for a while as empty pictures.
      const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]')
      const { violations } = await axe.analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${tab} ${theme}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
    }
  }
}

/** Files and what is packed in them, processes' command lines and environments, and everything the page can reach. */
async function seekSecrets({ page, ask, electron }: QuittanceApp, dataFolder: string): Promise<void> {
  const paperless = await startPaperless()
  const modelKey = `sk-ant-api03-${'5eed5ec2e7'.repeat(8)}`
  await ask('paperless.connect', { url: paperless.url, token: paperless.token })
  await ask('model.setKey', { apiKey: modelKey })
  const secrets = [seededKey, paperless.token, modelKey]
  const sealed = await ask('document.ids', { filter: {}, sort: {} })
  await ask('evidence.make', { documentIds: sealed.documentIds })
  await paperless.close()
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  for (const format of ['csv-bills', 'csv-lines', 'json', 'ubl'] as const) {
    await ask('bills.export', { documentIds, format })
  }
  const told = [
    await ask('ledger.status', {}),
    await ask('ledger.log', {}),
    await ask('settings.get', {}),
    await ask('job.list', { state: 'done' }),
  ]
  const shown = await page.content()
  for (const secret of secrets) {
    expect(JSON.stringify(told)).not.toContain(secret)
    expect(shown).not.toContain(secret)
  }
  const heap = await page.context().newCDPSession(page)
  let snapshot = ''
  heap.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk))
  await heap.send('HeapProfiler.collectGarbage')
  await heap.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  expect(snapshot.length).toBeGreaterThan(1_000_000)
  const held = secrets.filter(secret => snapshot.includes(secret))
  expect(held, 'the page holds no key once it is connected').toEqual([])
  expect(filesBelow(dataFolder).filter(isZip), 'an evidence pack to look into').not.toEqual([])
  expect(await filesWith(dataFolder, secrets)).toEqual([])
  expect(processesWith(secrets)).toEqual([])
  const given = await electron.evaluate(() => process.argv.join(' '))
  expect(secrets.filter(secret => given.includes(secret))).toEqual([])
}
