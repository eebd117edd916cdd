import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrowTo, personAt } from './person'
import { expect, sample, test } from './quittance-app'

test('with keys alone: a number leads to its documents, the keys spent are counted, the figures are saved as CSV', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const person = personAt(page)
  const complaints: string[] = []
  page.on('console', message => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
  })
  await app.drop([sample('02 El Mirlo flete CF7730.xml'), sample('03 Montevera F11862.xml')])
  await app.settled(2)

  await arrowTo(person, page, page.getByRole('row').filter({ hasText: 'F11862' }))
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Issues' }).locator(':focus')).toBeVisible()
  await person.press('Enter', 'Escape')
  await expect(page.getByRole('grid')).toBeVisible()

  await person.press('g', 'n')
  await page.getByRole('button', { name: /^Received · All time: 2/ }).press('Enter')
  await expect(page.getByRole('button', { name: /Received · All time/ })).toBeVisible()
  await expect(page.getByText('2 shown')).toBeVisible()

  await person.press('g', 'n')
  await expect(page.getByRole('img', { name: /Received and approved: Received 2/ })).toBeVisible()
  await page
    .getByRole('button', { name: /^Exceptions raised · .* · All time: 1/ })
    .first()
    .press('Enter')
  await expect(page.getByText('1 shown')).toBeVisible()

  const saved = join(dataFolder, 'figures.csv')
  // The system's own dialog cannot be driven; it answers as a person would.
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await person.press('g', 'n')
  await page.getByRole('button', { name: 'Export CSV' }).press('Enter')
  await expect
    .poll(() => existsSync(saved) && readFileSync(saved, 'utf8').includes(',received,,2,documents,2'))
    .toBe(true)
  expect(complaints, 'nothing the page draws is forbidden to it').toEqual([])
})
