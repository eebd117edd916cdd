import type { Locator, Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrowTo, personAt, type Person } from './person'
import { expect, sample, test } from './quittance-app'

test('the lines of twelve documents are coded by keyboard; one correction holds for the next document, says why, and is gone once forgotten', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const person = personAt(page)
  await app.ask('company.open', { key: 'sample' })
  await app.settled(12)
  await page.getByRole('grid').focus()
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'MONTEVERA' }))
  await person.press('Enter')
  const create = page.getByRole('button', { name: 'Create vendor' })
  await expect(create).toBeFocused()
  await person.press('Enter')
  await expect(create).toBeHidden()

  await person.press('g', 'a')
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  const list = page.getByRole('grid', { name: 'Accounts to confirm' })
  const why = page.getByRole('region', { name: 'Why this account' })
  const taught = page.getByRole('group', { name: 'What your choice taught' })
  await expect(list).toBeFocused()
  const { totalLines, totalGroups } = await app.ask('coding.pending', {})

  const coffee = list.getByRole('row').filter({ hasText: 'Café tostado' })
  await expect(coffee).toContainText('601.84')
  await walkTo(person, list, coffee)
  await person.press('c')
  const dialog = page.getByRole('dialog', { name: 'Another account for 2 lines' })
  await chooseAccount(person, page, '601.25')
  await expect(dialog).toBeHidden()
  await expect(taught).toContainText('lines of DISTRIBUIDORA DE ALIMENTOS MONTEVERA like “Café tostado')
  await expect(taught).toContainText('go to 601.25 Other staff benefits')

  await person.press('Home')
  for (;;) {
    const { groups, totalGroups } = await app.ask('coding.pending', {})
    await expect(list.locator('[role="row"][aria-selected]')).toHaveCount(totalGroups)
    const [first] = groups
    if (!first) break
    await person.press('Enter')
    // Where nothing speaks for an account, none is proposed and Enter asks for one.
    if (first.accountCode === null) await chooseAccount(person, page, '601.84')
    // What is chosen may settle like lines of the vendor as well.
    await expect(list.locator('[role="row"][aria-selected]')).not.toHaveCount(totalGroups)
  }
  await expect(page.getByRole('heading', { name: 'No account waits for you' })).toBeVisible()
  const accuracy = await app.ask('coding.accuracy', {})
  expect(accuracy).toMatchObject({ decided: totalLines, corrected: 2, confirmed: totalLines - 2 })
  test.info().annotations.push({ type: 'keys', description: `${person.keys} for ${totalLines} lines` })
  console.log(`12 documents, ${totalLines} lines in ${totalGroups} groups: ${person.keys} keys`)

  await app.drop([nextInvoice(dataFolder)])
  await app.settled(13)
  await expect(coffee).toContainText('601.25')
  await expect(why).toContainText('A line with this description went there')
  await expect(why.getByRole('region', { name: 'The correction behind it' })).toContainText('from #3')

  await list.focus()
  await forgetAll(person, why.getByRole('region', { name: 'The correction behind it' }).getByRole('listitem'))
  await expect(page.getByText('Forgotten: “Café tostado').first()).toBeVisible()
  await expect(coffee).toContainText('601.84')
  await expect(why).not.toContainText('went there')
  const { lessons } = await app.ask('coding.lessons', { search: '601.25' })
  expect(lessons).toEqual([])
})

/** In the dialog that asks for one. */
async function chooseAccount(person: Person, page: Page, code: string): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await person.type(code)
  await expect(page.getByRole('option', { name: code })).toBeVisible()
  await person.press('ArrowDown', 'Enter', 'Enter')
}

/** The vendor's next invoice: the same things under another folio. */
function nextInvoice(folder: string): string {
  const file = join(folder, 'next.xml')
  const xml = readFileSync(sample('03 Montevera F11862.xml'), 'utf8')
  const uuid = 'UUID="3C1D7D0B-52F6-4E0A-9C37-5A1B9B7E2F10"'
  writeFileSync(file, xml.replaceAll('11862', '11901').replace(/UUID="[^"]+"/, uuid))
  return file
}

/** Moves the cursor of the list down to a row. */
async function walkTo(person: Person, list: Locator, row: Locator): Promise<void> {
  const wanted = await row.getAttribute('id')
  const rows = await list.getByRole('row').count()
  await person.press('Home')
  for (let step = 0; step < rows; step++) {
    if ((await list.getAttribute('aria-activedescendant')) === wanted) return
    await person.press('ArrowDown')
  }
  await expect(list).toHaveAttribute('aria-activedescendant', wanted ?? '')
}

/** Each corrected line taught a lesson of its own. */
async function forgetAll(person: Person, lessons: Locator): Promise<void> {
  for (let left = await lessons.count(); left > 0; left--) {
    await expect(lessons).toHaveCount(left)
    await person.press('f')
  }
  await expect(lessons).toHaveCount(0)
}
