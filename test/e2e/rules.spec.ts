import type { Locator, Page } from '@playwright/test'
import { arrowTo, personAt, type Person } from './person'
import { expect, sample, test } from './quittance-app'

test('a rule is written by keyboard, tried on history, acts on the next document, and the journal names it', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  await app.drop([sample('03 Montevera F11862.xml')])
  await app.settled(1)
  const dialog = await writeRule(page, person, { name: 'XML waits', action: 'Hold' })
  await dialog.getByRole('button', { name: 'Try on history' }).press('Enter')
  await expect(dialog.getByText('Would change 1 of 1 · 0 against a person’s decision')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('When the file is XML → hold, answer due in 7 days')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'XML waits' })
  await expect(row).toContainText('Has not acted yet')

  await app.drop([sample('05 Kade en Vonk 26-10377.xml')])
  await app.settled(2)
  await person.press('g', 'u')
  await expect(row).toContainText('Acted on one document')
  await person.press('g', 'i')
  const held = page.getByRole('row').filter({ hasText: '26-10377' })
  await expect(held).toContainText('On hold')
  await expect(held).toContainText('answer due')
  await expect(page.getByRole('row').filter({ hasText: 'F11862' })).toContainText('Needs review')

  await page.getByRole('grid').focus()
  await arrowTo(person, page, held)
  await person.press('Enter')
  await page.getByRole('button', { name: 'History' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'What happened to this document' })).toContainText(
    'Rule “XML waits” v1',
  )
})

test('a rule proposes to reject, a person does it with one key, and an earlier wording is taken up again', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  await app.drop([sample('03 Montevera F11862.xml')])
  await app.settled(1)
  const dialog = await writeRule(page, person, { name: 'Not ours', action: 'Propose to reject' })
  await dialog.getByLabel('Propose to reject: Reason').focus()
  await person.type('ordered by nobody')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('When the file is XML → propose to reject (ordered by nobody)')).toBeVisible()
  await page.getByRole('button', { name: 'Apply to what waits now' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Acted on one document' })).toBeVisible()

  await page.getByRole('button', { name: 'Acted on one document' }).press('Enter')
  const row = page.getByRole('row').filter({ hasText: 'F11862' })
  await expect(row).toContainText('Needs review')
  await page.getByRole('grid').focus()
  await arrowTo(person, page, row)
  await person.press('Enter')
  const issues = page.getByRole('region', { name: 'Issues' })
  await expect(issues.locator(':focus')).toHaveText('1Reject it, as the rule proposes')
  await expect(issues).toContainText('Rule “Not ours” would reject this')
  await expect(issues).toContainText('Its reason (version 1): ordered by nobody.')
  await person.press('1')
  await person.press('g', 'i')
  await expect(row).toContainText('Rejected')

  await person.press('g', 'u')
  await page.getByRole('button', { name: 'Edit Not ours' }).press('Enter')
  const change = page.getByRole('dialog', { name: 'Change rule' })
  await change.getByLabel('Propose to reject: Reason').fill('nobody ordered it')
  await change.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'Wordings of “Not ours”' }).press('Enter')
  await page.getByRole('button', { name: 'Write it like this again…' }).press('Enter')
  await expect(change.getByLabel('Propose to reject: Reason')).toHaveValue('ordered by nobody')
})

test('two people: the second approval finishes what the first began, and each stands in the journal', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  await app.ask('company.open', { key: 'sample' })
  await app.settled(12)
  await app.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const { people } = await app.ask('people.add', { name: 'Bob Keller', initials: 'BK' })
  const [ana, bob] = people.map(one => ({ people: [one.id] }))
  if (!ana || !bob) throw new Error('two people were added')
  const policy = { name: 'Two of us', conditions: [], steps: [ana, bob], fourEyes: true }
  await app.ask('policy.save', { policyId: null, isOn: true, body: policy })

  await page.getByRole('grid').focus()
  await person.press('3')
  const row = page.getByRole('row').filter({ hasText: 'Papelera del Norte' })
  await arrowTo(person, page, row)
  await person.press('a')
  await expect(row).toContainText('1 of 2 approvals, waits for Bob Keller')
  await expect(row).toContainText('Ready')

  await page.getByRole('button', { name: 'AR: Ana Ruiz sits here. Somebody else?' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Bob Keller' }).press('Enter')
  await expect(page.getByRole('button', { name: 'BK: Bob Keller sits here. Somebody else?' })).toBeVisible()
  await page.getByRole('grid').focus()
  await arrowTo(person, page, row)
  await person.press('a')
  await expect(row).toHaveCount(0)
  const { entries } = await app.ask('journal.list', {})
  const approvals = entries.filter(entry => /^document\.approv/.test(entry.kind)).map(entry => entry.actor)
  expect(approvals).toEqual([expect.stringContaining('Bob Keller'), expect.stringContaining('Ana Ruiz')])
})

/** Writes a rule about every XML file by keyboard, up to its action. @returns the dialog, not yet saved */
async function writeRule(page: Page, person: Person, rule: { name: string; action: string }): Promise<Locator> {
  await page.getByRole('grid').focus()
  await person.press('g', 'u')
  await expect(page.getByRole('heading', { name: 'Rules', level: 1 })).toBeVisible()
  await person.press('n')
  const dialog = page.getByRole('dialog', { name: 'New rule' })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await person.type(rule.name)
  await dialog.getByRole('button', { name: 'Acts' }).press('Enter')
  await page.getByRole('option', { name: 'On', exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Add condition' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Kind of file' }).press('Enter')
  await dialog.getByRole('button', { name: 'Remove action Approve' }).press('Enter')
  await dialog.getByRole('button', { name: 'Add action' }).press('Enter')
  await page.getByRole('menuitem', { name: rule.action }).press('Enter')
  return dialog
}
