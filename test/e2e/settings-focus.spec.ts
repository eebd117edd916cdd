import type { Page } from '@playwright/test'
import { personAt } from './person'
import { expect, test } from './quittance-app'

/** More Tab stops than Settings have. */
const mostStops = 150

test('whoever walks through Settings with Tab sees each control that has the focus, and the page around it', async ({
  app,
}) => {
  const { page, ask } = app
  const person = personAt(page)
  await ask('settings.set', { patch: { firstRunDone: true } })
  // Switches that stand last on a long page are those that a browser looks for in the wrong place.
  await page.setViewportSize({ width: 1280, height: 800 })
  await person.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  const last = page.getByRole('button', { name: 'Licences of the parts' })
  await expect(last).toBeAttached()

  const hidden: string[] = []
  let stops = 0
  for (; stops < mostStops && !(await last.evaluate(node => node === document.activeElement)); stops++) {
    await person.press('Tab')
    const unseen = await outOfSight(page)
    if (unseen !== null) hidden.push(unseen)
  }
  expect(hidden).toEqual([])
  await expect(last, 'the whole page was walked').toBeFocused()
  expect(stops).toBeGreaterThan(40)
})

test('the section that is worked in is the one marked, and F1 speaks about it', async ({ app }) => {
  const { page } = app
  const person = personAt(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await person.press('Control+,')
  const marked = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]')
  await expect(marked).toHaveText('Language and display')
  await person.tabTo(page.getByLabel('URL of Paperless-ngx'))
  await expect(marked).toHaveText('Paperless-ngx')
  await person.press('F1')
  await expect(page.getByRole('article', { name: 'Paperless-ngx, watched folders, mail' })).toBeFocused()
})

/** What has the focus, where it or the heading of the page is not in the window; null where all is well. */
function outOfSight(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const isInWindow = (element: Element | null | undefined) => {
      const { top = -1, bottom = 0 } = element?.getBoundingClientRect() ?? {}
      return top >= 0 && bottom <= window.innerHeight
    }
    // The box itself is drawn by its label.
    const shown = document.activeElement?.closest('label') ?? document.activeElement
    const isSeen = isInWindow(shown) && isInWindow(document.querySelector('h1'))
    return isSeen ? null : (shown?.textContent ?? 'nothing')
  })
}
