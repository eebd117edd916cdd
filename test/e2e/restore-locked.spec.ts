import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, launch, sample, test, type QuittanceApp } from './quittance-app'

const vaults = 'siete limones en la mesa'
const anas = 'correct horse battery'

/** Every secret is slow to compare, on purpose, and slower on a busy machine. */
const patient = { timeout: 120_000 }

async function expectAccessible({ page }: QuittanceApp): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** Books in a vault that Ana administers: a backup with one invoice, and one invoice more. */
async function booksOfAna(dataFolder: string): Promise<void> {
  const app = await launch(dataFolder)
  await app.ask('settings.set', { patch: { firstRunDone: true } })
  await app.drop([sample('03 Montevera F11862.xml')])
  await app.settled(1)
  const { people } = await app.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const ana = { personId: people[0]?.id ?? ('' as never), passphrase: anas }
  await app.ask('people.setPassphrase', ana)
  await app.ask('vault.drill', await app.ask('vault.begin', { passphrase: vaults }))
  await app.ask('people.sit', ana)
  await app.ask('backup.make', {})
  await app.drop([sample('01 Papelera del Norte A20481.xml')])
  await app.settled(2)
  await app.quit()
}

/** Ana proves that she may, reads what it means, and puts the backup back. */
async function vouchAndRestore(app: QuittanceApp): Promise<void> {
  const { page } = app
  const passphrase = page.getByLabel('Passphrase', { exact: true })
  await expect(passphrase).toBeFocused(patient)
  await expectAccessible(app)
  await passphrase.fill('not hers')
  await passphrase.press('Enter')
  await expect(page.getByText('That is not the passphrase of this person.')).toBeVisible(patient)
  await passphrase.fill(anas)
  await passphrase.press('Enter')
  await expect(page.getByText(/One file was received after it; one is still on disk/)).toBeVisible(patient)
  await expectAccessible(app)
  await page.getByRole('button', { name: /^Restore the backup of/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The books are back' })).toBeVisible(patient)
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  await expect(page.getByRole('heading', { name: 'Quittance is locked' })).toBeVisible()
}

async function expectBothInvoices(app: QuittanceApp): Promise<void> {
  const { page } = app
  await page.getByLabel('Passphrase').fill(anas)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible(patient)
  await app.settled(2)
  const { conservation } = await app.ask('document.counts', {})
  expect(conservation).toMatchObject({ received: 2, isBalanced: true })
  expect(await app.ask('vault.status', {})).toMatchObject({ isOn: true })
}

test('yesterday’s backup is put back from a locked vault by its secret and an administrator; before, diagnostics are read', async ({
  dataFolder,
}) => {
  test.setTimeout(900_000)
  await booksOfAna(dataFolder)
  const app = await launch(dataFolder)
  const { page } = app
  await expect(page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible()
  await expectAccessible(app)
  await page.getByRole('button', { name: 'Make a diagnostics file' }).click()
  const diagnostics = page.getByRole('dialog', { name: 'Diagnostics file' })
  await diagnostics.getByRole('tab', { name: 'books.json' }).click()
  await expect(diagnostics.getByText('"why": "vault_locked"')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Restore from a backup' }).click()
  await expectAccessible(app)
  await page.getByRole('button', { name: /^Choose the backup of/ }).click()
  await page.getByRole('textbox', { name: 'Passphrase of the vault' }).fill(vaults)
  await page.getByRole('button', { name: 'Open the backup' }).click()
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused(patient)
  // Whoever lets it be finds the vault as locked as before.
  await page.getByRole('button', { name: 'Back to the locked vault' }).click()
  await expect(page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible()
  await page.getByRole('button', { name: 'Restore from a backup' }).click()
  await page.getByRole('button', { name: /^Choose the backup of/ }).click()
  await page.getByRole('textbox', { name: 'Passphrase of the vault' }).fill(vaults)
  await page.keyboard.press('Enter')
  await vouchAndRestore(app)
  await expectBothInvoices(app)
  await app.quit()
})

test('where the file of the vault is spoiled, the newest backup is offered at once and opens by its own', async ({
  dataFolder,
}) => {
  test.setTimeout(900_000)
  await booksOfAna(dataFolder)
  writeFileSync(join(dataFolder, 'own', 'vault.json'), '{')
  const app = await launch(dataFolder)
  const { page } = app
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The vault of these books is damaged/)
  await page.getByRole('textbox', { name: 'Passphrase of the vault' }).fill(vaults)
  await page.keyboard.press('Enter')
  await vouchAndRestore(app)
  await expectBothInvoices(app)
  await app.quit()
})

test('damaged books in a vault: the passphrase leads to recovery, and an administrator has the newest good backup back', async ({
  dataFolder,
}) => {
  test.setTimeout(900_000)
  await booksOfAna(dataFolder)
  const store = join(dataFolder, 'own', 'quittance.db')
  const bytes = readFileSync(store)
  bytes.fill(7, 2048, 3000)
  writeFileSync(store, bytes)

  const app = await launch(dataFolder)
  const { page } = app
  await page.getByLabel('Passphrase of the vault').fill(vaults)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/damaged/, patient)
  await vouchAndRestore(app)
  await expectBothInvoices(app)
  await app.quit()
})
