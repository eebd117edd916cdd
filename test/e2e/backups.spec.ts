import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { companyFolder } from '../../src/engine/company-folders'
import { makeCfdi } from '../made-invoices'
import { expect, launch, test, type QuittanceApp } from './quittance-app'

/** The system's own dialog cannot be pressed by a test: it answers with this folder. */
async function answerFolderDialog({ electron }: QuittanceApp, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
}

function invoices(folder: string, numbers: readonly number[]): string[] {
  return numbers.map(number => {
    const path = join(folder, `invoice ${number}.xml`)
    writeFileSync(path, makeCfdi(number))
    return path
  })
}

test('books damaged on disk are put back with one key, with what came after the backup; and onto a machine that has nothing', async ({
  dataFolder,
}) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'quittance-disk-'))
  const fresh = mkdtempSync(join(tmpdir(), 'quittance-fresh-'))
  try {
    const first = await launch(dataFolder)
    await answerFolderDialog(first, elsewhere)
    await first.drop(invoices(elsewhere, [1, 2, 3]))
    await first.settled(3)
    await first.page.keyboard.press('g')
    await first.page.keyboard.press('t')
    await first.page.getByRole('button', { name: 'Backups' }).click()
    await first.page.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(first.page.getByText(elsewhere, { exact: true })).toBeVisible()
    await first.page.getByRole('button', { name: 'Back up now' }).click()
    await expect(first.page.getByText('The backup was made and checked.').first()).toBeVisible()
    await expect(first.page.getByText(/Last backup: .*checked by restoring it/)).toBeVisible()
    await first.drop(invoices(elsewhere, [4, 5]))
    await first.settled(5)
    await first.quit()

    const store = join(companyFolder(dataFolder, 'own'), 'quittance.db')
    const bytes = readFileSync(store)
    bytes.fill(7, 2048, 3000)
    writeFileSync(store, bytes)

    const damaged = await launch(dataFolder)
    await expect(damaged.page.getByRole('heading', { level: 1 })).toHaveText(/damaged/)
    await expect(damaged.page.getByText(/2 files were received after it; 2 are still on disk/)).toBeVisible()
    await expect(damaged.page.getByRole('button', { name: /^Restore the backup of/ })).toBeFocused()
    await damaged.page.keyboard.press('Enter')
    await expect(damaged.page.getByText(/2 files received afterwards were taken in again/)).toBeVisible()
    await damaged.page.getByRole('button', { name: 'Open the inbox' }).click()
    await damaged.settled(5)
    const { conservation } = await damaged.ask('document.counts', {})
    expect(conservation).toMatchObject({ received: 5, isBalanced: true })
    expect(conservation.byState).toMatchObject({ duplicate: 0, set_aside: 0 })
    await expect(damaged.page.getByRole('grid')).toHaveAttribute('aria-rowcount', '6')
    expect(await damaged.ask('store.verify', {})).toMatchObject({ journalIntact: true, originalsDamaged: [] })
    await damaged.quit()

    const other = await launch(fresh)
    await answerFolderDialog(other, join(elsewhere, 'quittance-backups'))
    await other.page.getByRole('button', { name: 'Restore from a backup' }).click()
    await other.page.getByRole('button', { name: 'Look in another folder…' }).click()
    await other.page.getByRole('button', { name: /^Choose the backup of/ }).click()
    await other.page.getByRole('button', { name: /^Restore the backup of/ }).click()
    await other.page.getByRole('button', { name: 'Open the inbox' }).click()
    await other.settled(3)
    await expect(other.page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
    await other.quit()
  } finally {
    for (const folder of [elsewhere, fresh]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
