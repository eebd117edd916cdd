import type { Locator, Page } from '@playwright/test'
import { isUnsettled } from '../../src/shared/issue'
import type { DocumentId } from '../../src/shared/ids'
import { arrowTo, personAt, type Person } from './person'
import { expect, test, type QuittanceApp } from './quittance-app'

/** No invoice asks more questions than this. */
const mostAnswers = 12
/** After the closed month, as a person would type it. */
const openDay = '2026-10-01'
/** More keys than this for a usual exception, and the mouse would be quicker. */
const usualKeys = 6

test('a day’s twelve invoices with eight kinds of exception are settled and approved without the mouse', async ({
  app,
}) => {
  const { page } = app
  const person = personAt(page)
  await person.tabTo(page.getByRole('button', { name: 'Try with 12 sample invoices' }))
  await person.press('Enter')
  await app.settled(12)
  // September is closed: one of the twelve is dated in it.
  await app.ask('settings.set', { patch: { closedUntil: '2026-09-30' } })
  const { documentIds: ready } = await app.ask('document.ids', { filter: { tab: 'ready' }, sort: {} })
  for (const documentId of ready) await app.ask('document.hold', { documentIds: [documentId], reason: '' })
  await app.ask('document.restore', { documentIds: ready })

  const { documentIds } = await app.ask('document.ids', { filter: { tab: 'all' }, sort: {} })
  // A bill that names another buyer.
  await addressOneElsewhere(app, documentIds)
  const told: { number: string; kinds: string[]; keys: number }[] = []
  for (const documentId of documentIds) told.push(await workOff(app, person, documentId))

  for (const { number, kinds, keys } of told) console.log(`keys: ${number} ${keys} (${kinds.join(', ') || 'clean'})`)
  const kinds = new Set(told.flatMap(one => one.kinds))
  const usual = told.filter(one => one.kinds.length > 0).map(one => one.keys)
  const clean = told.filter(one => one.kinds.length === 0).map(one => one.keys)
  console.log(`kinds: ${[...kinds].toSorted().join(', ')}`)
  console.log(
    `keys per invoice: exceptions median ${median(usual)}, most ${Math.max(...usual)}; clean ${clean.join(' ')}`,
  )
  expect(kinds.size, 'kinds of issue settled').toBeGreaterThanOrEqual(8)
  expect(median(usual)).toBeLessThanOrEqual(usualKeys)
  for (const keys of clean) expect(keys).toBeLessThanOrEqual(1)

  const { conservation } = await app.ask('document.counts', {})
  expect(conservation).toMatchObject({ received: 12, isBalanced: true })
  expect(conservation.byState).toMatchObject({ needs_review: 0, ready: 0, approved: 10, rejected: 1, duplicate: 1 })
})

async function addressOneElsewhere(app: QuittanceApp, documentIds: readonly DocumentId[]): Promise<void> {
  for (const documentId of documentIds) {
    const { fileName, invoice } = await app.ask('document.get', { documentId })
    if (!invoice || !fileName.startsWith('06')) continue
    await app.ask('field.set', { documentId, revision: invoice.revision, field: 'buyer.tax_id', value: 'DE136695976' })
  }
}

/** From the list to approved, and back to the list. Keys of opening and going back are not counted: a queue has none. */
async function workOff(app: QuittanceApp, person: Person, documentId: DocumentId) {
  const { page } = app
  const view = await app.ask('document.get', { documentId })
  const kinds = [...new Set(view.issues.filter(({ state }) => isUnsettled(state)).map(({ key }) => key as string))]
  await backToList(page, person)
  await arrowTo(person, page, page.locator(`[role=row][data-document-id="${documentId}"]`))
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Fields' })).toBeVisible()
  const before = person.keys
  const isSettled = async () => (await state(app, documentId)) !== 'needs_review'
  if (kinds.includes('duplicate_found')) {
    await expect(page.locator('[data-pane="issues"] button:focus')).toHaveText(/^1/)
    await person.press('Enter')
    await expect.poll(isSettled).toBe(true)
  } else {
    await answerEverything(page, person)
    const isOurs = !kinds.includes('not_addressed_to_us')
    if (isOurs) await person.press('Control+Enter')
    await expect.poll(() => state(app, documentId)).toBe(isOurs ? 'approved' : 'rejected')
  }
  return { number: view.fileName, kinds, keys: person.keys - before }
}

/** The likeliest answer to whatever is asked; one answer may lead to another question, and one asks for a date. */
async function answerEverything(page: Page, person: Person): Promise<void> {
  const approve = page.locator('[data-focus-target="approve"]')
  const issues = page.locator('[data-pane="issues"]')
  const date = page.getByRole('region', { name: 'Fields' }).getByLabel(/^Issued/)
  const hasFocus = async (element: Locator) => (await element.and(page.locator(':focus')).count()) > 0
  const isAsked = async () =>
    (await hasFocus(approve)) || (await hasFocus(date)) || (await hasFocus(issues.locator('button')))
  for (let answers = 0; answers < mostAnswers; answers++) {
    await expect.poll(isAsked, 'the cursor is where the next answer is given').toBe(true)
    if (await hasFocus(approve)) return
    const before = await stateOfQuestions(page)
    if (await hasFocus(date)) await person.type(openDay)
    await person.press('Enter')
    await expect.poll(() => stateOfQuestions(page)).not.toBe(before)
  }
  throw new Error('more questions than answers')
}

/** What stands open and where the cursor is. */
function stateOfQuestions(page: Page): Promise<string> {
  return page.evaluate(() => {
    const open = document.querySelector<HTMLElement>('.rv-issues > ol')?.innerText ?? ''
    const { activeElement } = document
    return `${open} | ${activeElement?.tagName} ${activeElement?.textContent}`
  })
}

async function state(app: QuittanceApp, documentId: DocumentId): Promise<string> {
  return (await app.ask('document.get', { documentId })).state
}

async function backToList(page: Page, person: Person): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Documents' })
  if (await grid.isHidden()) await person.press('Escape')
  await expect(grid).toBeFocused()
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
