import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { litBox, textInLitBox } from './lit-box'
import { acceptEveryAnswer, arrowTo, personAt, type Person } from './person'
import { expect, launch, sample, test, type QuittanceApp } from './quittance-app'
import { words, type Words } from './words'

const brokenFile = 'factura cortada.pdf'

/** What the ledger must hold in the end; lines carry the tax as their last one. */
const theBill = expect.objectContaining({
  number: 'PNO180312Q55-A 20481',
  reference: '7A0F0891-B1A0-44E9-AE0E-4EBE9C480C0D',
  vendorId: 1,
  date: '2026-10-06',
  total: 16661.89,
  openedOn: expect.stringMatching(/^2/),
  entries: [
    expect.objectContaining({ rate: 8268, quantity: 1 }),
    expect.objectContaining({ rate: 1716, quantity: 1 }),
    expect.objectContaining({ rate: 4379.7, quantity: 1 }),
    expect.objectContaining({ rate: 2298.19, quantity: 1, description: expect.stringMatching(/^IVA 16/) }),
  ],
})

for (const language of ['en', 'es'] as const) {
  test(`[${language}] from a dropped file to a posted bill, by keyboard, and everything as before after a restart`, async ({
    dataFolder,
  }) => {
    const w = words[language]
    const standIn = await startStandIn()
    let app = await launch(dataFolder)
    try {
      const { page } = app
      const person = personAt(page)
      if (language === 'es') await test.step('choose Spanish in Settings', () => chooseSpanish(page, person))
      await test.step('connect BigCapital in Settings', () => connectLedger(page, person, w, standIn))
      await test.step('drop four files and see four rows', () => dropFourFiles(app, dataFolder, w))
      await test.step('the broken file says why and offers Retry', () => lookAtBrokenFile(app, person, w))
      await test.step('the box of a value lies on the words it was read from', () => lookAtBoxes(page, person, w))
      await test.step('settle every issue by keyboard and approve', () => settleAndApprove(page, w, standIn))
      await test.step('one right bill is in the ledger', () => seeOneBill(app, person, w, standIn))
      await test.step('undo a change of another invoice', () => changeAndUndo(page, person, w))

      const before = await test.step('what the list shows', () => listedRows(page))
      await app.quit()
      app = await launch(dataFolder)
      await test.step('everything is as before', () => seeEverythingAgain(app, w, before, standIn))
    } finally {
      await app.quit()
      await standIn.close()
    }
  })
}

async function chooseSpanish(page: Page, person: Person): Promise<void> {
  const { en, es } = words
  await person.press('Control+,')
  await expect(page.getByRole('heading', { name: en.settings, level: 1 })).toBeVisible()
  await person.tabTo(page.getByRole('button', { name: en.language }))
  await person.press('Enter')
  await expect(page.getByRole('option', { name: 'English' })).toBeFocused()
  await person.press('ArrowDown', 'Enter')
  await expect(page.getByRole('heading', { name: es.settings, level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await person.press('Escape')
}

async function connectLedger(page: Page, person: Person, w: Words, standIn: StandIn): Promise<void> {
  await person.press('Control+,')
  const url = page.getByRole('textbox', { name: w.ledgerUrl })
  await person.tabTo(url)
  await person.type(standIn.url)
  await person.press('Tab')
  await expect(page.getByLabel(w.ledgerKey, { exact: true })).toBeFocused()
  await person.type(standIn.apiKey)
  await person.press('Enter')
  await expect(page.getByText(w.connected).first()).toBeVisible()
  expect(await page.content(), 'the key is not shown again').not.toContain(standIn.apiKey)
  await person.press('g', 'i')
  await expect(page.getByRole('heading', { name: w.emptyInbox })).toBeVisible()
}

async function dropFourFiles(app: QuittanceApp, dataFolder: string, w: Words): Promise<void> {
  const { page } = app
  const broken = join(dataFolder, brokenFile)
  writeFileSync(broken, readFileSync(sample('09 Carpinteria Valdes 2026-0158.pdf')).subarray(0, 900))
  await app.drop([
    sample('03 Montevera F11862.xml'),
    sample('10 Papelera del Norte A20481 impresa.pdf'),
    sample('11 Harrow and Pike scan.pdf'),
    broken,
  ])
  await app.settled(4)
  await expect(page.getByRole('grid', { name: w.documents })).toHaveAttribute('aria-rowcount', '5')
  const rows = [
    [w.needsReview, 'DISTRIBUIDORA DE ALIMENTOS MONTEVERA', 'F11862', '8,207.20'],
    [w.needsReview, 'Papelera del Norte SA de CV', 'A 20481', '16,661.89'],
    [w.needsReview, 'HARROW & PIKE PRINT LTD', 'HP40926', '1,125.60'],
    [w.setAside, brokenFile, w.damaged],
  ]
  for (const [state, name, ...cells] of rows) {
    const row = page.getByRole('row').filter({ hasText: name ?? '' })
    for (const cell of [state ?? '', ...cells]) await expect(row).toContainText(cell)
  }
  await expect(page.getByRole('contentinfo', { name: w.status })).toContainText(w.sumAtFirst)
}

async function lookAtBrokenFile({ page, settled }: QuittanceApp, person: Person, w: Words): Promise<void> {
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: brokenFile }))
  await person.press('Enter')
  const pane = page.getByRole('region', { name: w.notRead })
  await expect(pane).toContainText(w.damagedCause)
  const retry = pane.getByRole('button', { name: w.retry, exact: true })
  await expect(retry).toBeFocused()
  await person.press('Enter')
  await settled(4)
  await expect(retry, 'a file still broken offers Retry again').toBeVisible()
  await expect(pane).toContainText(w.damagedCause)
  await person.press('Escape')
}

async function lookAtBoxes(page: Page, person: Person, w: Words): Promise<void> {
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'Papelera del Norte' }))
  await person.press('Enter')
  await expect(page.getByRole('heading', { name: 'Papelera del Norte SA de CV', level: 1 })).toBeVisible()

  const fields = page.getByRole('region', { name: w.fields })
  await person.tabTo(fields.getByLabel(w.total, { exact: true }))
  await expect(litBox(page)).toHaveAttribute('data-box', 'field:grand_total')
  await expect.poll(() => textInLitBox(page)).toBe('$16,661.89')
  await fields.getByLabel(w.number, { exact: true }).hover()
  await expect(litBox(page)).toHaveAttribute('data-box', 'field:invoice_number')
  await expect.poll(() => textInLitBox(page)).toBe('A 20481')
}

async function settleAndApprove(page: Page, w: Words, standIn: StandIn): Promise<void> {
  // Counted from here: looking at boxes was curiosity, not work.
  const person = personAt(page)
  const issues = page.getByRole('region', { name: w.issues })
  await person.press('Control+.')
  await acceptEveryAnswer(person, page)
  await expect(issues).toContainText(w.allResolved)
  expect(standIn.bills(), 'nothing leaves before approval').toEqual([])
  await person.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Papelera del Norte SA de CV', level: 1 })).toBeHidden()
  console.log(`keys from first issue to approved: ${person.keys}`)
}

async function seeOneBill({ page }: QuittanceApp, person: Person, w: Words, standIn: StandIn): Promise<void> {
  await person.press('Escape')
  const row = page.getByRole('row').filter({ hasText: 'Papelera del Norte' })
  await expect(row).toContainText(w.posted)
  await expect(page.getByRole('contentinfo', { name: w.status })).toContainText(w.sumAtLast)
  expect(standIn.bills()).toEqual([theBill])
  const vendors = standIn.books.contacts.filter(({ service }) => service === 'vendor')
  expect(vendors.map(({ id, columns }) => [id, columns['display_name']])).toEqual([[1, 'Papelera del Norte SA de CV']])
  const accounts = new Map(standIn.books.accounts.map(({ id, code }) => [id, code]))
  const coded = standIn.bills()[0]?.entries.map(({ costAccountId }) => accounts.get(costAccountId ?? 0))
  expect(coded?.at(-1), 'IVA acreditable pagado').toBe('118.01')
  expect(coded?.slice(0, -1), 'an expense account of the chart for each line').toEqual(
    Array(3).fill(expect.stringMatching(/^6\d\d\.\d\d$/)),
  )
}

async function changeAndUndo(page: Page, person: Person, w: Words): Promise<void> {
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'HARROW & PIKE' }))
  await person.press('Enter')
  // A value to check says so in its label.
  const number = page.getByRole('region', { name: w.fields }).getByLabel(new RegExp(`^${w.number}`))
  await person.tabTo(number)
  await person.type('HP-1')
  await person.press('Tab')
  await expect(page.getByText('HP-1', { exact: true })).toBeVisible()
  await person.press('Control+z')
  await expect(number).toHaveValue('HP40926')
  await person.press('Shift+Tab')
  await person.type('HP/40926')
  await person.press('Tab')
  await person.press('Escape')
  await expect(page.getByRole('row').filter({ hasText: 'HP/40926' })).toBeVisible()
}

/** What stands in each row, its age left out. */
async function listedRows(page: Page): Promise<string[]> {
  const rows = await page.locator('[role=row][data-document-id]').all()
  return Promise.all(rows.map(async row => (await row.getByRole('gridcell').allInnerTexts()).slice(0, -1).join(' | ')))
}

async function seeEverythingAgain(
  { page, ask }: QuittanceApp,
  w: Words,
  before: readonly string[],
  standIn: StandIn,
): Promise<void> {
  await expect(page.getByRole('contentinfo', { name: w.status })).toContainText(w.sumAtLast)
  await expect.poll(() => listedRows(page)).toEqual(before)
  expect(await ask('store.verify', {})).toMatchObject({
    conservation: { received: 4, isBalanced: true },
    stuckJobs: 0,
    journalIntact: true,
    originalsChecked: 4,
    originalsDamaged: [],
    databaseIntact: true,
  })
  expect(await ask('ledger.sync', {})).toMatchObject({ connected: true, waiting: 0, failed: 0, lastError: null })
  expect(standIn.bills()).toEqual([theBill])
}
