import AxeBuilder from '@axe-core/playwright'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPack } from '../../src/engine/evidence/check-pack'
import { personAt } from './person'
import { expect, sample, test, type QuittanceApp } from './quittance-app'

test('with keys alone: the journal, an invoice as it was, what today’s engine reads, and an evidence pack that is true', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const person = personAt(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.drop([sample('03 Montevera F11862.xml')])
  await app.settled(1)

  await person.press('g', 'l')
  const list = page.getByRole('listbox', { name: /newest first/ })
  await expect(list).toBeFocused()
  await expect(page.getByText(/Chain verified/)).toBeVisible()
  await requireAccessible(app)
  await person.press('ArrowDown', 'Enter')
  const past = page.getByRole('region', { name: /read-only/ })
  await expect(past).toBeVisible()
  await person.press('Alt+ArrowRight')
  await expect(past.getByText('F11862').first()).toBeVisible()
  await past.getByRole('button', { name: 'Read again for comparison' }).press('Enter')
  await expect(past.getByText('Nothing differs from what stands in the books.')).toBeVisible()
  await requireAccessible(app)

  const saved = join(dataFolder, 'evidence.zip')
  // The system's own dialog cannot be driven; it answers as a person would.
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await past.getByRole('button', { name: 'Only this document' }).press('Enter')
  await page.getByRole('button', { name: /Evidence pack/ }).press('Enter')
  await expect.poll(() => existsSync(saved) && readFileSync(saved).length > 0).toBe(true)
  expect(await checkPack(saved)).toMatchObject({ isSound: true, documents: 1, problems: [] })
})

test('the sum in the status bar opens the conservation statement; Esc leads back', async ({ app }) => {
  const { page } = app
  await app.drop([sample('03 Montevera F11862.xml')])
  await app.settled(1)
  await page.getByRole('button', { name: /1 received/ }).press('Enter')
  await expect(page.getByRole('row', { name: /In total/ })).toContainText('balanced')
  await requireAccessible(app)
  await personAt(page).press('Escape')
  await expect(page.getByRole('grid')).toBeVisible()
})

async function requireAccessible({ page }: QuittanceApp): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([])
  }
}
