import { chapter } from '../handbook/chapter'
import { followFirstBill } from '../handbook/follow-first-bill'
import { startStandIn } from '../ledger-stand-in/server'
import { personAt } from './person'
import { expect, test } from './quittance-app'

for (const language of ['en', 'es'] as const) {
  test(`[${language}] the handbook leads from nothing to the first posted bill, word for word`, async ({ app }) => {
    // The machine of these tests speaks English; its user would find the app in the language of hers.
    if (language === 'es') {
      await app.ask('settings.set', { patch: { language, formatLocale: 'es-MX' } })
      await expect(app.page.locator('html')).toHaveAttribute('lang', language)
    }
    const standIn = await startStandIn()
    try {
      await followFirstBill(app, chapter(language, 'first-bill'), standIn)
      expect(standIn.bills()).toEqual([expect.objectContaining({ total: 16661.89 })])
    } finally {
      await standIn.close()
    }
  })
}

test('F1 opens the handbook at the chapter about what is seen, without a network; Esc leads back to the same place', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  const handbook = page.getByRole('dialog', { name: 'Handbook' })
  const shown = (title: string) => handbook.getByRole('article', { name: title })
  await expect(page.getByRole('heading', { name: 'Vendor invoices arrive here' })).toBeVisible()
  await person.press('F1')
  await expect(shown('From nothing to the first posted bill')).toBeFocused()
  const pictures = shown('From nothing to the first posted bill').getByRole('img')
  await expect(pictures.first()).toBeVisible()
  const widths = await pictures.evaluateAll(all => all.map(one => (one as HTMLImageElement).naturalWidth))
  expect(widths, 'pictures come with the app').toEqual(widths.map(() => 1280))
  await person.press('F1')
  await expect(handbook).toBeHidden()

  await person.press('Control+,')
  await page.getByRole('button', { name: 'Updates', exact: true }).click()
  await person.press('F1')
  await expect(shown('Updates')).toBeFocused()
  await person.press('Control+f')
  await person.type('recovery key')
  await expect(handbook.getByRole('status')).toContainText('passages')
  await person.press('ArrowDown')
  await expect(handbook.locator('.found')).toContainText('recovery key')
  await person.press('Alt+ArrowLeft')
  await expect(shown('Updates')).toBeVisible()
  await person.press('Escape')
  await expect(handbook).toBeHidden()
  await expect(page.locator('[data-section="updates"]'), 'back where F1 was pressed').toBeFocused()
})
