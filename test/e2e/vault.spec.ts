import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, launch, sample, test, type QuittanceApp } from './quittance-app'

const passphrase = 'siete limones en la mesa'
const another = 'ocho naranjas en el cesto'

/** Files of the data folder in which this can be read. */
function filesWith(dataFolder: string, text: string): string[] {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => readFileSync(file).includes(text))
}

async function expectAccessible({ page }: QuittanceApp): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('Ana puts her books into a vault, rehearses the recovery key, and opens them again by passphrase and by recovery key', async ({
  dataFolder,
}) => {
  test.setTimeout(600_000)
  const app = await launch(dataFolder)
  const { page } = app
  const invoice = sample('03 Montevera F11862.xml')
  await app.ask('settings.set', { patch: { firstRunDone: true } })
  await app.drop([invoice])
  await app.settled(1)
  expect(filesWith(dataFolder, 'cfdi:Comprobante')).not.toEqual([])

  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Set up a vault…' }).click()
  const setUp = page.getByRole('dialog', { name: 'Set up a vault' })
  await setUp.getByLabel('New passphrase of the vault').fill(passphrase)
  await setUp.getByLabel('Once more').fill(passphrase)
  await expectAccessible(app)
  await setUp.getByRole('button', { name: 'Make recovery key' }).click()
  const recoveryKey = (await setUp.getByRole('status', { name: 'Recovery key' }).textContent()) ?? ''
  expect(recoveryKey).toMatch(/^(\w{5}-){6}\w{5}$/)
  await setUp.getByRole('button', { name: 'I have it on paper' }).click()

  const typed = setUp.getByLabel('Recovery key')
  await typed.fill(recoveryKey.replace(/.$/, last => (last === '7' ? '8' : '7')))
  await setUp.getByRole('button', { name: 'Try the key and go on' }).click()
  await expect(setUp.getByText('There is a slip in this key')).toBeVisible()
  expect((await app.ask('vault.status', {})).isOn).toBe(false)
  await setUp.getByLabel('Recovery key').fill(recoveryKey.toLowerCase())
  await setUp.getByRole('button', { name: 'Try the key and go on' }).click()
  await expect(setUp.getByText('The books lie in the vault now.')).toBeVisible({ timeout: 120_000 })
  await setUp.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('The books lie in a vault', { exact: true })).toBeVisible()
  expect(filesWith(dataFolder, 'cfdi:Comprobante')).toEqual([])

  // The original is shown as it was received: main asks the engine for it.
  const { rows } = await app.ask('document.list', { filter: {}, sort: { by: 'received' } })
  const original = await page.evaluate(
    async id => (await fetch(`doc://${id}/original`)).text(),
    rows[0]?.documentId ?? '',
  )
  expect(original).toBe(readFileSync(invoice, 'utf8'))
  await app.quit()

  const again = await launch(dataFolder)
  await expect(again.page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible()
  await expectAccessible(again)
  const field = again.page.getByLabel('Passphrase of the vault')
  await expect(field).toBeFocused()
  await field.fill('siete limones')
  await field.press('Enter')
  await expect(again.page.getByText('That does not open this vault.')).toBeVisible({ timeout: 60_000 })
  await field.fill(passphrase)
  await field.press('Enter')
  await expect(again.page.getByRole('heading', { name: 'Inbox' })).toBeVisible({ timeout: 60_000 })
  await again.settled(1)

  await again.page.keyboard.press('Control+l')
  await expect(again.page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible()
  await again.page.getByRole('button', { name: 'Passphrase forgotten?' }).click()
  await again.page.getByLabel('Recovery key').fill(recoveryKey)
  await again.page.getByLabel('New passphrase of the vault').fill(another)
  await again.page.getByLabel('Once more').fill(another)
  await again.page.getByRole('button', { name: 'Set passphrase and open the books' }).click()
  await expect(again.page.getByRole('heading', { name: 'Inbox' })).toBeVisible({ timeout: 60_000 })
  await again.quit()

  const third = await launch(dataFolder)
  await third.page.getByLabel('Passphrase of the vault').fill(another)
  await third.page.keyboard.press('Enter')
  await expect(third.page.getByRole('heading', { name: 'Inbox' })).toBeVisible({ timeout: 60_000 })
  expect(await third.ask('document.counts', {})).toMatchObject({ conservation: { received: 1, isBalanced: true } })
  await third.quit()
  expect(filesWith(dataFolder, 'cfdi:Comprobante')).toEqual([])
})
