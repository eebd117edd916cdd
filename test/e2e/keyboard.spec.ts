import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeCfdi } from '../made-invoices'
import { acceptEveryAnswer, arrowTo, personAt, type Person } from './person'
import { expect, sample, test, type QuittanceApp } from './quittance-app'

/** The invoice is open. @returns keys from there to its approval */
async function settleAndApprove(page: Page, person: Person): Promise<number> {
  const before = person.keys
  const title = page.getByRole('heading', { level: 1 })
  const vendor = await title.innerText()
  await acceptEveryAnswer(person, page)
  await person.press('Control+Enter')
  await expect(title, 'the next one opens, or the list').not.toHaveText(vendor)
  return person.keys - before
}

async function openRow({ page }: QuittanceApp, person: Person, text: string): Promise<void> {
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: text }))
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Fields' })).toBeVisible()
}

test('a clean invoice of a known vendor takes one key', async ({ app, dataFolder }) => {
  const person = personAt(app.page)
  const [first, second] = [1, 2].map(number => {
    const path = join(dataFolder, `invoice ${number}.xml`)
    writeFileSync(path, makeCfdi(number))
    return path
  })
  await app.drop([first ?? ''])
  await app.settled(1)
  await openRow(app, person, 'M1')
  const strange = await settleAndApprove(app.page, person)
  await app.drop([second ?? ''])
  await app.settled(2)
  await expect(app.page.getByRole('row').filter({ hasText: 'M2' })).toContainText('Ready')
  await openRow(app, person, 'M2')
  const clean = await settleAndApprove(app.page, person)
  console.log(`keys in Review: first invoice of a vendor ${strange}, the next one ${clean}`)
  expect(clean).toBeLessThanOrEqual(1)
})

test('an invoice with a usual problem takes six keys or fewer, even from a new vendor', async ({ app }) => {
  const person = personAt(app.page)
  const usual = [
    { file: '02 El Mirlo flete CF7730.xml', number: 'CF7730', problem: 'tax withheld' },
    { file: '03 Montevera F11862.xml', number: 'F11862', problem: 'total differs' },
    { file: '04 Alder and Loom AL-2026-0417.xml', number: 'AL-2026-0417', problem: 'another currency' },
    { file: '05 Kade en Vonk 26-10377.xml', number: '26-10377', problem: 'tax ID malformed' },
    { file: '06 Buchbinderei Auental RE-26091.xml', number: 'RE-26091', problem: 'no default account' },
    { file: '07 Atelier Brume AB-2026-093.pdf', number: 'AB-2026-093', problem: 'XML inside a PDF' },
  ]
  await app.drop(usual.map(({ file }) => sample(file)))
  await app.settled(usual.length)
  for (const { number, problem } of usual) {
    await openRow(app, person, number)
    const keys = await settleAndApprove(app.page, person)
    console.log(`keys in Review: ${number} (${problem}) ${keys}`)
    expect.soft(keys, problem).toBeLessThanOrEqual(6)
    if (await app.page.getByRole('grid', { name: 'Documents' }).isHidden()) await person.press('Escape')
  }
})
