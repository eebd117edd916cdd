import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DocumentId } from '../../src/shared/ids'
import { makeCfdi, makePdf } from '../made-invoices'
import { arrowTo, personAt, type Person } from './person'
import { expect, test, type QuittanceApp } from './quittance-app'

/** Three invoices of one vendor, for the same thing. */
const threeAlike = [1, 2, 3].map(number => [`${number}.xml`, makeCfdi(number)] as const)

test('a question is settled on two other invoices of the vendor after they were seen, and undo asks it again', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const ids = await receive(app, dataFolder, threeAlike)
  const states = () => Promise.all(ids.slice(1).map(async id => (await view(app, id)).state))

  const person = await openInReview(page, 'M1')
  const issues = page.locator('[data-pane="issues"]')
  await expect(issues.getByRole('button', { name: /Create vendor/ })).toBeFocused()
  await person.press('Enter')
  await expect(issues.getByRole('button', { name: /601\.55/ })).toBeFocused()
  await person.press('s')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await person.type('agreed by telephone')
  await person.press('Enter')
  await expect(page.getByText('2 other documents have the same cause.')).toBeVisible()
  expect(await states()).toEqual(['needs_review', 'needs_review'])

  await person.press('Alt+s')
  const dialog = page.getByRole('dialog', { name: 'The same answer on 2 other documents' })
  await expect(dialog.getByRole('row').filter({ hasText: 'M3' })).toContainText('Ready')
  expect(await states(), 'shown, not made').toEqual(['needs_review', 'needs_review'])
  await person.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(states).toEqual(['ready', 'ready'])

  const told = page.getByRole('alertdialog').filter({ hasText: 'The same answer on 2 documents' })
  await told.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(states).toEqual(['needs_review', 'needs_review'])
})

test('an account given to a line is given to the lines like it after they were seen', async ({ app, dataFolder }) => {
  const { page } = app
  const ids = await receive(app, dataFolder, threeAlike)
  const person = await openInReview(page, 'M1')
  const cell = page.locator('[data-pane="lines"] [role="gridcell"]:focus')
  for (let panes = 0; panes < 6 && !(await cell.isVisible()); panes++) await person.press('F6')
  await expect(cell).toBeVisible()
  // The account is the last cell that is typed into; how sure it is stands behind it.
  await person.press('End', 'ArrowLeft', 'F2')
  await expect(page.locator('[data-pane="lines"]').getByRole('combobox')).toBeFocused()
  // What is typed takes the place of the account that is there.
  await person.type('601.84')
  await expect(page.getByRole('option', { name: /^601\.84/ })).toBeVisible()
  await person.press('ArrowDown', 'Enter')
  await expect(page.getByText('2 other lines of this vendor say the same')).toBeVisible()

  await person.press('Alt+l')
  const dialog = page.getByRole('dialog', { name: /^601\.84 .* for the 2 other lines like this$/ })
  await expect(dialog.getByRole('row').filter({ hasText: 'pedido 3' })).toContainText('601.84')
  const accounts = () =>
    Promise.all(ids.map(async id => (await view(app, id)).invoice?.lines.map(line => line.accountCode)))
  expect((await accounts()).slice(1), 'shown, not made').not.toContainEqual(['601.84'])
  await person.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(accounts).toEqual([['601.84'], ['601.84'], ['601.84']])
})

test('a page that was scanned by itself is added to its invoice, and undo gives it back', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const [first, second] = await receive(app, dataFolder, [
    ['page one.pdf', await makePdf(1)],
    ['page two.pdf', await makePdf(2)],
  ])
  if (!first || !second) throw new Error('two documents were received')
  const person = await openInReview(page, 'P-1')
  await person.press('Control+k')
  await person.type('pages of other')
  await person.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add pages of other documents' })
  await expect(dialog.getByRole('checkbox', { name: /page two\.pdf/ })).toBeVisible()
  await person.press('Tab', 'Space')
  await person.tabTo(dialog.getByRole('button', { name: 'Add the pages of 1 document' }))
  await person.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Page 1 / 2')).toBeVisible()
  await expect.poll(async () => (await view(app, first)).pages.length).toBe(2)
  expect((await view(app, second)).duplicateOf).toMatchObject({ documentId: first, isJoined: true })

  await app.settled(2)
  await person.press('Control+z')
  await expect.poll(async () => (await view(app, first)).pages.length).toBe(1)
  expect((await view(app, second)).duplicateOf).toBeNull()
})

/** Drops files and waits until they are read. @returns the documents, in the order of the files */
async function receive(
  { ask, drop, settled, page }: QuittanceApp,
  folder: string,
  files: readonly (readonly [name: string, bytes: string | Uint8Array])[],
): Promise<DocumentId[]> {
  await ask('settings.set', { patch: { firstRunDone: true } })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  await drop(files.map(([name]) => join(folder, name)))
  await settled(files.length)
  await expect(page.getByRole('row')).toHaveCount(files.length + 1)
  const { rows } = await ask('document.list', { filter: {}, sort: { by: 'received' } })
  return files.map(([name]) => {
    const row = rows.find(({ fileName }) => fileName === name)
    if (!row) throw new Error(`${name} was not received`)
    return row.documentId
  })
}

/** @returns whoever sits there, looking at its first issue */
async function openInReview(page: Page, number: string): Promise<Person> {
  const person = personAt(page)
  await page.getByRole('grid').focus()
  await arrowTo(person, page, page.getByRole('row').filter({ has: page.getByText(number, { exact: true }) }))
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Fields' })).toBeVisible()
  await expect(page.locator('[data-pane="issues"] button:focus')).toBeVisible()
  return person
}

function view({ ask }: QuittanceApp, documentId: DocumentId) {
  return ask('document.get', { documentId })
}
