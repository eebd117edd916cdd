import { arrowTo, personAt } from './person'
import { expect, sample, test } from './quittance-app'

test('the same invoice as XML and as a page: D shows both, one key settles it, one takes it back', async ({ app }) => {
  const { page } = app
  const person = personAt(page)
  await app.drop([sample('01 Papelera del Norte A20481.xml'), sample('10 Papelera del Norte A20481 impresa.pdf')])
  await app.settled(2)
  const printed = page.getByRole('row').filter({ hasText: 'Same invoice as #1' })
  await arrowTo(person, page, printed)
  const before = person.keys
  await person.press('d')
  const dialog = page.getByRole('dialog', { name: '#2 beside #1' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('status')).toHaveText(/^100% alike\. The same: .*fiscal UUID/i)
  await expect(dialog.getByRole('row', { name: /Fiscal UUID/ })).toContainText('7A0F0891')
  await expect(dialog.getByRole('row', { name: /^Total/ })).toContainText('16,661.89')
  await expect(dialog.getByRole('button', { name: /^Same invoice/ })).toBeFocused()
  await person.press('1')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: 'Duplicate' })).toBeVisible()
  console.log(`keys to settle a duplicate from the inbox: ${person.keys - before}`)
  expect(person.keys - before).toBe(2)

  await expect(page.getByRole('grid'), 'a closed dialog gives the focus back').toBeFocused()
  await person.press('Control+z')
  await expect(printed).toBeVisible()
})

test('from the issue in Review two documents are told apart, with the reason kept', async ({ app }) => {
  const { page } = app
  const person = personAt(page)
  await app.drop([sample('01 Papelera del Norte A20481.xml'), sample('10 Papelera del Norte A20481 impresa.pdf')])
  await app.settled(2)
  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'Same invoice as #1' }))
  await person.press('Enter')
  const issues = page.getByRole('region', { name: 'Issues' })
  await expect(issues.locator(':focus')).toBeVisible()
  await person.press('d')
  const dialog = page.getByRole('dialog', { name: '#2 beside #1' })
  await expect(dialog.getByRole('button', { name: /^Same invoice/ })).toBeFocused()
  await person.press('3')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await person.type('paid twice on purpose')
  await person.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(issues).toContainText('paid twice on purpose')
})
