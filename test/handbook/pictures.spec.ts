import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../src/renderer/src/i18n/messages'
import { arrowTo, personAt } from '../e2e/person'
import { expect, test } from '../e2e/quittance-app'
import { startStandIn } from '../ledger-stand-in/server'
import { startPaperless } from '../paperless-stand-in/server'
import { chapter, type HandbookLanguage } from './chapter'
import { followFirstBill } from './follow-first-bill'
import { picture, settle, writePicture } from './picture'

const ofReadme = join(import.meta.dirname, '../../docs/pictures')

for (const language of ['en', 'es'] as const) {
  test(`[${language}] the first bill`, async ({ app }) => {
    await settle(app.page, language)
    const standIn = await startStandIn()
    try {
      await followFirstBill(app, chapter(language, 'first-bill'), standIn, async names => {
        for (const name of names) await picture(app.page, language, name)
      })
    } finally {
      await standIn.close()
    }
  })

  test(`[${language}] the sample company`, async ({ app }) => {
    const { page, ask } = app
    await settle(app.page, language)
    await ask('company.open', { key: 'sample' })
    await settle(app.page, language)
    await app.settled(12)
    await picture(page, language, 'inbox')

    const person = personAt(page)
    await page.getByRole('grid').focus()
    await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'Ferret' }))
    await person.press('Enter')
    await expect(page.locator('[data-pane="issues"] button:focus')).toBeVisible()
    await picture(page, language, 'exception')
    await person.press('Escape')

    // The print of an invoice that came as e-invoice too.
    await page.getByRole('grid').focus()
    await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'A 20481' }))
    await person.press('d')
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(page, language, 'compare')
    await person.press('Escape')

    await person.press('g', 'u')
    await picture(page, language, 'rules')
    await person.press('g', 'a')
    await expect(page.locator('.why')).toBeVisible()
    await picture(page, language, 'accounts')
    await person.press('g', 'v')
    await page.getByRole('option').filter({ hasText: 'Papelera' }).first().click()
    await expect(page.locator('section.record')).toBeVisible()
    await picture(page, language, 'vendors')
    await person.press('g', 'l')
    await picture(page, language, 'activity')
    await person.press('g', 'i', '?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(page, language, 'keys')
  })

  test(`[${language}] settings: where invoices come from, and people`, async ({ app }) => {
    const { page, ask } = app
    await settle(app.page, language)
    const paperless = await startPaperless()
    try {
      await ask('paperless.connect', { url: paperless.url, token: paperless.token })
      await openSection(page, language, 'paperless')
      await picture(page, language, 'intake')
    } finally {
      await paperless.close()
    }
    await ask('people.add', { name: 'Inés Robledo', initials: 'IR' })
    await ask('people.add', { name: 'Martín Ocampo', initials: 'MO' })
    await openSection(page, language, 'people')
    await picture(page, language, 'people')
  })
}

test('the README', async ({ app }) => {
  const { page, ask } = app
  await settle(page, 'en')
  await ask('company.open', { key: 'sample' })
  await settle(page, 'en')
  await app.settled(12)
  await page.setViewportSize({ width: 1440, height: 900 })
  await writePicture(page, ofReadme, 'inbox-light')
  const person = personAt(page)
  await page.getByRole('grid').focus()
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'Ferret' }))
  await person.press('Enter')
  await expect(page.locator('[data-pane="issues"] button:focus')).toBeVisible()
  await writePicture(page, ofReadme, 'review-light')
})

async function openSection(page: Page, language: HandbookLanguage, section: 'paperless' | 'people'): Promise<void> {
  const sentences = messages[language]
  await page.keyboard.press('Control+,')
  const sections = page.getByRole('navigation', { name: sentences['settings.sections'] })
  await sections.getByRole('button', { name: sentences[`settings.section.${section}`] }).click()
}
