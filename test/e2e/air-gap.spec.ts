import { startStandIn } from '../ledger-stand-in/server'
import { connectLedger, receiveInvoices } from './ledger-office'
import { expect, test, type QuittanceApp } from './quittance-app'
import { processTree, socketsOf, type HeldSocket } from './sockets-of'
import { twelve } from './twelve-invoices'

test.skip(process.platform !== 'linux', 'sockets are counted where Linux tells them')

/** Of the window's own processes, Playwright's line to the app is no socket of the app's. */
async function socketsOfApp({ electron }: QuittanceApp): Promise<HeldSocket[]> {
  const main = await electron.evaluate(() => process.pid)
  const tree = processTree(main).filter(pid => pid !== main)
  const debugging = new Set(
    socketsOf([main])
      .filter(({ remotePort }) => remotePort === 0)
      .map(each => each.localPort),
  )
  return [...socketsOf(tree), ...socketsOf([main]).filter(({ localPort }) => !debugging.has(localPort))]
}

test('with the air gap on, no process of the app holds a single socket while bills wait; off, each is posted once', async ({
  app,
  dataFolder,
}) => {
  const { page, ask } = app
  const standIn = await startStandIn()
  const port = 20_000 + (process.pid % 20_000)
  try {
    await connectLedger(app, standIn)
    await ask('settings.set', { patch: { metrics: { isOn: true, port } } })
    await expect.poll(async () => (await socketsOfApp(app)).map(each => each.localPort)).toContain(port)

    await page.getByRole('switch', { name: /^Air gap/ }).press('Space')
    await expect(page.getByRole('button', { name: 'Air gap on · nothing waits' })).toBeVisible()
    const documentIds = await receiveInvoices(app, dataFolder, twelve.slice(0, 3))
    expect(await ask('document.approve', { documentIds })).toMatchObject({ failed: [] })
    await expect(page.getByRole('button', { name: 'Air gap on · 3 wait' })).toBeVisible()
    for (let look = 0; look < 20; look++) {
      expect(await socketsOfApp(app)).toEqual([])
      await page.waitForTimeout(100)
    }
    expect(standIn.bills()).toEqual([])

    await page.getByRole('button', { name: /^Sync/ }).first().click()
    await expect(page.getByText('Waits until the air gap is switched off in Settings').first()).toBeVisible()
    await page.getByRole('button', { name: 'Air gap on · 3 wait' }).click()
    await page.getByRole('switch', { name: /^Air gap/ }).press('Space')
    await expect.poll(() => standIn.bills().length, { timeout: 60_000 }).toBe(3)
    await expect.poll(async () => (await ask('document.counts', {})).tabs.posted, { timeout: 60_000 }).toBe(3)
    expect(standIn.bills()).toHaveLength(3)
  } finally {
    await standIn.close()
  }
})

test('updates cannot be fetched, and the browser is not sent to the ledger, while the air gap is on', async ({
  app,
}) => {
  const { page, ask, electron } = app
  const standIn = await startStandIn()
  const fetched = () =>
    electron.evaluate(
      ({ session }, url) =>
        session
          .fromPartition('electron-updater', { cache: false })
          .fetch(url)
          .then(
            () => 'answered',
            (error: Error) => error.message,
          ),
      standIn.url,
    )
  try {
    expect(await fetched()).toBe('answered')
    await ask('network.close', {})
    await expect.poll(fetched).toContain('ERR_BLOCKED_BY_CLIENT')
    const reply = await page.evaluate(() => window.quittance.openInLedger(null))
    expect(reply).toMatchObject({ ok: false, error: { code: 'network_closed' } })
    await ask('network.open', {})
    await expect.poll(fetched).toBe('answered')
  } finally {
    await standIn.close()
  }
})
