import type { Locator, Page } from '@playwright/test'
import { expect } from './quittance-app'

/** A person at the keyboard, whose keys are counted. Text typed into a field counts one key per character. */
export interface Person {
  readonly keys: number
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Presses Tab until the element has the focus: what the Tab key does not reach, the keyboard does not reach. */
  tabTo(element: Locator): Promise<void>
}

/** More Tab stops than any screen has. */
const mostStops = 80

export function personAt(page: Page): Person {
  let keys = 0
  const press: Person['press'] = async (...strokes) => {
    for (const stroke of strokes) {
      await page.keyboard.press(stroke)
      keys++
    }
  }
  return {
    get keys() {
      return keys
    },
    press,
    async type(text) {
      await page.keyboard.type(text)
      keys += text.length
    },
    async tabTo(element) {
      const hasFocus = () => element.evaluate(node => node === document.activeElement)
      for (let stops = 0; stops < mostStops; stops++) {
        if (await hasFocus()) return
        await press('Tab')
      }
      await expect(element, 'reached by Tab').toBeFocused()
    },
  }
}

/**
 * Moves the list's cursor to the row of a document with the arrow keys. The list must have the focus.
 * @param row a row of the list
 */
export async function arrowTo(person: Person, page: Page, row: Locator): Promise<void> {
  const grid = page.getByRole('grid')
  await expect(grid).toBeFocused()
  const wanted = await row.getAttribute('data-document-id')
  // Rows may move while one walks: what counts is the document under the cursor.
  const isThere = () =>
    grid.evaluate((element, documentId) => {
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      return active?.dataset['documentId'] === documentId
    }, wanted)
  const rows = Number(await grid.getAttribute('aria-rowcount'))
  for (let round = 1; round <= 2; round++) {
    await person.press('Home')
    for (let step = 1; step < rows && !(await isThere()); step++) await person.press('ArrowDown')
    if (await isThere()) return
  }
  expect(await isThere(), 'the cursor reaches the row').toBe(true)
}

/** Takes the likeliest answer to every open issue of the invoice in review, until the cursor is on Approve. */
export async function acceptEveryAnswer(person: Person, page: Page): Promise<void> {
  const issues = page.locator('[data-pane="issues"]')
  const open = issues.locator('[data-focus-target^="issue:"]')
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await expect(issues.locator('button:focus'), 'the likeliest answer has the cursor').toHaveText(/^1/)
    await person.press('Enter')
    await expect.poll(() => open.count()).toBeLessThan(left)
  }
  await expect(page.locator('[data-focus-target="approve"]')).toBeFocused()
}
