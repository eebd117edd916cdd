import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launch, test } from './quittance-app'
import { filesWith, processesWith } from './secret-search'

// A document of pdf.js's own tests: its password has letters outside ASCII.
const locked = join(import.meta.dirname, '../../../shared/corpus/hostile/pdf/issue21579.pdf')
const password = 'pässwört'

test.skip(!existsSync(locked), 'the hostile corpus is not there')

test('a locked PDF asks for its password, says when one is wrong, and is read and shown with the right one', async ({
  dataFolder,
}) => {
  const app = await launch(dataFolder)
  try {
    const { page } = app
    await app.drop([locked])
    await app.settled(1)
    await page.getByText('issue21579.pdf').first().dblclick()

    const tryPassword = async (text: string) => {
      await page.getByRole('button', { name: 'Enter password' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Password').fill(text)
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
    }
    await tryPassword('guess')
    await expect(page.getByText(/That password|password is wrong|not the password/i).first()).toBeVisible()
    await tryPassword(password)
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Enter password' })).toHaveCount(0)
    const { rows } = await app.ask('document.list', { filter: {}, sort: {} })
    const view = await app.ask('document.get', { documentId: rows[0]?.documentId ?? ('' as never) })
    expect(view.pages).toHaveLength(1)
    expect(view.issues.filter(issue => issue.key === 'needs_password' && issue.state === 'open')).toEqual([])
    const words = await app.ask('document.pageWords', { documentId: view.documentId, page: 1 })
    expect(words.words.length).toBeGreaterThan(5)
    // It was needed for a moment: nothing keeps it, sealed or not.
    expect(await filesWith(dataFolder, [password])).toEqual([])
    expect(processesWith([password])).toEqual([])
    const told = [view, await app.ask('settings.get', {}), await app.ask('job.list', { state: 'done' })]
    expect(JSON.stringify(told)).not.toContain(password)
    expect(await page.content()).not.toContain(password)
  } finally {
    await app.quit()
  }
})
