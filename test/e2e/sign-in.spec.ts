import { expect, launch, test } from './quittance-app'

const anas = 'correct horse battery'
const bobs = 'staple and paper clip'

test('Ana and Bob sign in: the lock shows nothing, survives a restart, and Bob is refused what he has no right to', async ({
  dataFolder,
}) => {
  const app = await launch(dataFolder)
  const { page } = app
  await app.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const { people } = await app.ask('people.add', { name: 'Bob Keller', initials: 'BK' })
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Passphrase of Ana Ruiz' }).click()
  const dialog = page.getByRole('dialog', { name: 'Passphrase of Ana Ruiz' })
  await dialog.getByLabel('New passphrase').fill(anas)
  await dialog.getByLabel('Once more').fill(`${anas}!`)
  await expect(dialog.getByRole('button', { name: 'Set passphrase' })).toBeDisabled()
  await dialog.getByLabel('Once more').fill(anas)
  await dialog.getByRole('button', { name: 'Set passphrase' }).click()
  await expect(dialog).toBeHidden()
  await app.ask('people.setPassphrase', { personId: people[1]?.id ?? ('' as never), passphrase: bobs })
  await page.getByRole('group', { name: 'Rights of Bob Keller' }).getByText('Administer').click()
  await expect
    .poll(async () => (await app.ask('people.get', {})).people[1]?.rights)
    .toEqual(['prepare', 'approve', 'post'])

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Quittance is locked' })).toBeVisible()
  await expect(page.getByText('Bob Keller')).toBeHidden()
  await app.quit()

  const again = await launch(dataFolder)
  await expect(again.page.getByRole('heading', { name: 'Quittance is locked' })).toBeVisible()
  const passphrase = again.page.getByLabel('Passphrase')
  await expect(passphrase).toBeFocused()
  await passphrase.fill('not this one')
  await passphrase.press('Enter')
  await expect(again.page.getByText('That is not the passphrase of this person.')).toBeVisible()
  await again.page.getByRole('button', { name: /Person$/ }).click()
  await again.page.getByRole('option', { name: 'Bob Keller' }).click()
  await passphrase.fill(bobs)
  await passphrase.press('Enter')
  await expect(again.page.getByRole('button', { name: /BK: Bob Keller sits here/ })).toBeVisible()
  await again.page.keyboard.press('Control+,')
  await again.page.getByRole('group', { name: 'Rights of Bob Keller' }).getByText('Administer').click()
  await expect(again.page.getByText('Only an administrator may change that.')).toBeVisible()
  await again.quit()
})
