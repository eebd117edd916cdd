import { arrowTo, personAt } from './person'
import { expect, test, type QuittanceApp } from './quittance-app'

/** Two people in the sample company; the first sits at the machine. */
async function twoPeople(app: QuittanceApp) {
  await app.ask('company.open', { key: 'sample' })
  await app.settled(12)
  await app.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const { people } = await app.ask('people.add', { name: 'Bob Keller', initials: 'BK' })
  const [ana, bob] = people
  if (!ana || !bob) throw new Error('two people were added')
  await expect(app.page.getByRole('columnheader', { name: 'Assignee' })).toBeVisible()
  return { ana, bob }
}

test('Ana assigns an invoice and asks Bob; he finds both, answers, and the invoice goes on: by keyboard alone', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  const { bob } = await twoPeople(app)
  const row = page.getByRole('row').filter({ hasText: '26-10377' })
  const before = await row.getAttribute('data-state')

  await page.getByRole('grid').focus()
  await arrowTo(person, page, row)
  await person.press('m')
  await expect(page.getByRole('option', { name: 'Ana Ruiz' })).toBeFocused()
  await person.press('ArrowDown', 'Enter')
  await expect(row.getByText('BK')).toBeVisible()
  await expect(page.getByRole('grid')).toBeFocused()

  await person.press('Enter')
  await expect(page.getByRole('button', { name: 'BK: assigned to Bob Keller. Somebody else?' })).toBeVisible()
  await person.press('Control+m')
  const pane = page.getByRole('dialog', { name: 'Comments on this document' })
  const words = pane.getByRole('combobox', { name: 'Comment' })
  await expect(words).toBeFocused()
  await person.type('Is this yours, @b')
  await expect(page.getByRole('option', { name: 'Bob Keller' })).toHaveAttribute('aria-selected', 'true')
  await person.press('Enter')
  await expect(words).toHaveValue('Is this yours, @Bob Keller ')
  await person.type('?')
  await person.tabTo(pane.getByRole('button', { name: /Ask$/ }).first())
  await person.press('Enter', 'ArrowDown', 'Enter')
  await person.tabTo(pane.getByRole('spinbutton', { name: /^day/ }))
  await person.type('31052030')
  await person.tabTo(pane.getByRole('button', { name: 'Ask', exact: true }))
  await person.press('Enter')
  await expect(pane).toBeHidden()
  await expect(page.getByText('On hold: Is this yours, @Bob Keller ?')).toBeVisible()
  await expect(page.getByText('answer due 31 May 2030')).toBeVisible()

  await app.ask('people.sit', { personId: bob.id })
  await person.press('Escape')
  await expect(page.getByRole('button', { name: '1 waits for your word' })).toBeVisible()
  await page.getByRole('button', { name: '1 waits for your word' }).press('Enter')
  await expect(row).toContainText('On hold')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('grid').focus()
  await person.press('Enter')
  await page.getByRole('button', { name: 'Answer', exact: true }).press('Enter')
  await expect(pane.getByRole('combobox', { name: /^Answer to/ })).toBeFocused()
  await person.type('Yes, for the office')
  await person.press('Enter')
  await expect(pane).toBeHidden()
  await expect(page.getByRole('button', { name: '2 comments' })).toBeVisible()
  await expect(page.getByText('On hold: Is this yours')).toBeHidden()
  await person.press('Escape')
  await page.getByRole('button', { name: 'Clear filters' }).first().press('Enter')
  await expect(row).toHaveAttribute('data-state', before ?? '')

  const { entries } = await app.ask('journal.list', {})
  const told = entries.filter(entry => /^comment\.|^document\.assigned/.test(entry.kind))
  expect(told.map(({ kind, actor }) => `${kind} ${actor.split(':').at(-1)}`)).toEqual([
    'comment.answered Bob Keller',
    'comment.asked Ana Ruiz',
    'document.assigned Ana Ruiz',
  ])
})

test('whoever works alone writes notes and sees nothing of assignment', async ({ app }) => {
  const { page } = app
  const person = personAt(page)
  await app.ask('company.open', { key: 'sample' })
  await app.settled(12)
  await expect(page.getByRole('columnheader', { name: 'Account' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Assignee' })).toHaveCount(0)
  await page.getByRole('grid').focus()
  await person.press('m')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Issues' })).toBeVisible()
  await person.press('Control+m')
  const pane = page.getByRole('dialog', { name: 'Notes on this document' })
  await expect(pane.getByRole('combobox', { name: 'Note' })).toBeFocused()
  await person.type('Paid in cash, @home')
  await person.press('Enter')
  await expect(page.getByRole('button', { name: '1 note' })).toBeVisible()
})

test('what happens while nobody looks is told once by the system, in numbers, and a click opens its list', async ({
  app,
}) => {
  const { electron, page } = app
  await electron.evaluate(({ app: main, BrowserWindow, Notification }) => {
    const shown: { title: string; body: string; notice: unknown }[] = []
    const badges: number[] = []
    Object.assign(globalThis, { shown, badges })
    BrowserWindow.getFocusedWindow = () => null
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push({ title: this.title, body: this.body, notice: this })
    }
    main.setBadgeCount = count => badges.push(count ?? 0) > 0
  })
  const shown = () =>
    electron.evaluate(() =>
      (globalThis as unknown as { shown: { title: string; body: string }[] }).shown.map(({ body }) => body),
    )
  await app.ask('company.open', { key: 'sample' })
  await app.settled(12)
  await expect.poll(async () => (await shown()).at(-1)).toContain('12 documents were read')
  const bodies = await shown()
  expect(bodies.length, 'never one per document').toBeLessThanOrEqual(2)

  await app.ask('settings.set', { patch: { escalation: { critical: 1, high: 1, medium: 1, low: 1 }, language: 'es' } })
  await page.getByRole('navigation').first().waitFor()
  await electron.evaluate(() => {
    const { shown: all } = globalThis as unknown as { shown: { notice: Electron.Notification }[] }
    all.at(-1)?.notice.emit('click')
  })
  await expect(page.getByRole('tab', { name: /Por revisar/, selected: true })).toBeVisible()
})
