import { chapter } from '../handbook/chapter'
import { followFirstBill } from '../handbook/follow-first-bill'
import { startStandIn } from '../ledger-stand-in/server'
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
