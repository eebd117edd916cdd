import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { acceptEveryAnswer, personAt } from '../e2e/person'
import { expect, test, type QuittanceApp } from '../e2e/quittance-app'
import type { StandIn } from '../ledger-stand-in/server'
import type { Chapter, Step } from './chapter'

const root = join(import.meta.dirname, '../..')

type Deed = (step: Step) => Promise<void>

/**
 * Does what the chapter "From nothing to the first posted bill" says, in its own words and with its own keys: a label
 * that the screen does not have, or a key that does something else, fails.
 * @param lookAt is called after each step, with the names of its pictures
 */
export async function followFirstBill(
  app: QuittanceApp,
  { steps, quoted }: Chapter,
  standIn: StandIn,
  lookAt: (pictures: readonly string[]) => Promise<void> = async () => {},
): Promise<void> {
  const deeds = deedsOf(app, standIn, quoted)
  expect(steps.length, 'each step of the chapter is done here').toBe(deeds.length)
  for (const [index, deed] of deeds.entries()) {
    const step = steps[index]
    if (!step) continue
    await test.step(`step ${index + 1}: ${step.labels.join(', ') || step.keys.join(' ')}`, () => deed(step))
    await lookAt(step.pictures)
  }
}

function deedsOf(app: QuittanceApp, standIn: StandIn, quoted: readonly string[]): readonly Deed[] {
  const { page } = app
  const person = personAt(page)
  const taxId = quoted.at(-1) ?? ''
  const file = quoted.find(text => text.startsWith('resources/')) ?? ''
  return [
    async ({ labels: [title = '', language = '', country = '', company = ''] }) => {
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      for (const choice of [language, country]) await expect(choiceOf(page, choice)).toBeVisible()
      await page.getByRole('textbox', { name: company }).fill('Oficinas Bosque Sereno')
      await person.press('Tab')
    },
    async ({ keys: [open = '', leave = ''], labels: [settings = '', section = '', taxIds = ''] }) => {
      await person.press(open)
      await expect(page.getByRole('heading', { name: settings, level: 1 })).toBeVisible()
      const company = page.getByRole('region', { name: section, exact: true })
      await company.getByRole('textbox', { name: taxIds }).fill(taxId)
      await person.press(leave)
      await expect.poll(async () => (await app.ask('settings.get', {})).companyTaxIds).toEqual([taxId])
    },
    async ({ keys: [send = ''], labels: [section = '', address = '', key = '', connected = ''] }) => {
      await page.locator('.settings-nav').getByRole('button', { name: section, exact: true }).click()
      const ledger = page.getByRole('region', { name: section, exact: true })
      await ledger.getByRole('textbox', { name: address }).fill(standIn.url)
      await ledger.getByLabel(key, { exact: true }).fill(standIn.apiKey)
      await person.press(send)
      await expect(ledger.getByText(connected).first()).toBeVisible()
    },
    async ({ keys: [go = '', inbox = ''], labels: [needsReview = '', ready = ''] }) => {
      await person.press(go, inbox)
      await app.drop([join(root, file)])
      await app.settled(1)
      await expect(page.locator('[role=row][data-document-id]')).toContainText(new RegExp(`${needsReview}|${ready}`))
    },
    async ({ keys: [open = ''] }) => {
      await expect(page.getByRole('grid')).toBeFocused()
      await person.press(open)
      await expect(page.locator('[data-pane="issues"] button:focus'), 'the cursor is on the first issue').toBeVisible()
      expect(standIn.bills(), 'nothing has left the machine').toEqual([])
    },
    async ({ keys, labels: [allResolved = ''] }) => {
      expect(keys).toEqual(['Enter'])
      await acceptEveryAnswer(person, page)
      await expect(page.locator('[data-pane="issues"]')).toContainText(allResolved)
    },
    async ({ labels: [account = ''] }) => {
      await expect(page.getByRole('columnheader', { name: account, exact: true })).toBeVisible()
    },
    async ({ keys: [approve = ''] }) => {
      await person.press(approve)
      await expect.poll(() => standIn.bills().length, { timeout: 60_000 }).toBe(1)
    },
    async ({ keys: [go = '', sync = ''], labels: [postedToday = ''] }) => {
      await person.press(go, sync)
      const fact = page.locator('.fact, div').filter({ has: page.getByText(postedToday, { exact: true }) })
      await expect(fact.last()).toContainText('1')
      const { tabs } = await app.ask('document.counts', {})
      expect(tabs.posted).toBe(1)
    },
  ]
}

/** A list to choose from: its button carries the label and what is chosen. */
function choiceOf(page: Page, label: string) {
  return page.getByRole('button', { name: new RegExp(`${label}$`) })
}
