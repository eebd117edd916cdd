// Books of 100,000 documents and 30,000 issues: how long the window takes to start, to change tab and filter, to search,
// to open a review, and from a key to the paint; what flipping through 1,000 documents leaves in memory; and whether
// checking an invoice costs more than in small books; and how long the engine alone takes for each of the window's
// questions. Run with `npm run bench -- large-books [--books FOLDER, kept for the next time]`; needs a display or xvfb.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { measureCalls } from './large-books/calls'
import { measureChecking } from './large-books/checking'
import { measureKeys, watchKeys } from './large-books/keys'
import { describeMachine } from './parts/machine'
import { fillBooks } from './parts/made-up-books'
import { distributionOf, round } from './parts/statistics'

const { values: asked } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    flips: { type: 'string', default: '1000' },
    books: { type: 'string' },
  },
})
const size = Number(asked.documents)
const flips = Number(asked.flips)
const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))

async function launch(dataFolder: string): Promise<{ app: ElectronApplication; page: Page; usableMs: number }> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: process.execPath,
    args: [root, ...noSandbox, `--data=${dataFolder}`, '--lang=en-US'],
    env,
  })
  const page = await app.firstWindow()
  await page.getByRole('row').nth(1).waitFor()
  const usableAt = await page.evaluate(() => Date.now())
  const startedAt = await app.evaluate(() => process.getCreationTime() ?? 0)
  await page.setViewportSize({ width: 1440, height: 900 })
  return { app, page, usableMs: usableAt - startedAt }
}

/** Milliseconds in the page from `act` until `isThere` holds and the screen was painted after it. */
async function timeUntil(page: Page, act: () => Promise<void>, isThere: string): Promise<number> {
  await page.evaluate(condition => {
    const target = window as unknown as { timed: Promise<number> }
    const holds = new Function(`return ${condition}`) as () => boolean
    let pressedAt = 0
    addEventListener('keydown', event => (pressedAt = event.timeStamp), { capture: true })
    target.timed = new Promise((resolve, reject) => {
      const look = () => {
        if (pressedAt > 0 && holds()) requestAnimationFrame(() => resolve(performance.now() - pressedAt))
        else if (pressedAt > 0 && performance.now() - pressedAt > 20_000) reject(new Error(`never: ${condition}`))
        else requestAnimationFrame(look)
      }
      look()
    })
  }, isThere)
  await act()
  return await page.evaluate(() => (window as unknown as { timed: Promise<number> }).timed)
}

const firstRow = `document.querySelector('[role="rowgroup"] [role="row"]')?.textContent`

async function measureLists(page: Page) {
  const tabs: number[] = []
  for (let round = 0; round < 5; round++) {
    // Neighbours in this order begin with different rows, so that a change can be seen.
    for (const key of ['3', '2', '3', '1']) {
      const before = (await page.evaluate(`${firstRow} ?? ''`)) as string
      tabs.push(
        await timeUntil(
          page,
          () => page.keyboard.press(key),
          `${firstRow} !== undefined && ${firstRow} !== ${JSON.stringify(before)}`,
        ),
      )
    }
  }
  await page.keyboard.press('1')
  const searches: number[] = []
  // Posted ones: with the last digit missing others stand above them, so that only the answer can put them first.
  for (const number of [0.005, 0.99, 0.4, 0.77, 0.012].map(share => Math.floor((size * share) / 8) * 8 + 3)) {
    await page.keyboard.press('/')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(`A-${number}`.slice(0, -1))
    await page.waitForTimeout(800)
    const last = String(number).slice(-1)
    searches.push(await timeUntil(page, () => page.keyboard.type(last), `(${firstRow} ?? '').includes('A-${number}')`))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
  }
  return { tabMs: distributionOf(tabs), searchMs: distributionOf(searches) }
}

/** Memory of the page's process in MiB, after its garbage was collected. */
async function pageMemory(app: ElectronApplication, page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await page.waitForTimeout(500)
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics())
  return round((metrics.find(metric => metric.pid === pid)?.memory.workingSetSize ?? 0) / 1024)
}

async function measureReview(app: ElectronApplication, page: Page) {
  await page.keyboard.press('2')
  await page.waitForTimeout(1_000)
  await page.keyboard.press('ArrowDown')
  const heading = `document.querySelector('h1')?.textContent ?? ''`
  const openedMs = await timeUntil(page, () => page.keyboard.press('Enter'), `document.querySelector('.rv') !== null`)
  await page.waitForTimeout(1_500)
  const before = await pageMemory(app, page)
  const times: number[] = []
  const memory: number[] = []
  for (let number = 0; number < flips; number++) {
    const title = (await page.evaluate(heading)) as string
    times.push(
      await timeUntil(page, () => page.keyboard.press('PageDown'), `(${heading}) !== ${JSON.stringify(title)}`),
    )
    if (number % 200 === 199) memory.push(await pageMemory(app, page))
  }
  return { openedMs: round(openedMs), nextMs: distributionOf(times), pageMiB: { before, everyTwoHundred: memory } }
}

/** Made once when a folder is named; what is measured always begins with books nobody has opened yet. */
function layBooks(kept: string | undefined): void {
  const made = kept ?? folder
  const books = join(made, 'own')
  if (!existsSync(books)) {
    mkdirSync(books, { recursive: true })
    fillBooks(books, size, { vendors: size / 50, originals: flips + 10, resolvedEvery: 5 })
  }
  if (kept !== undefined) cpSync(kept, folder, { recursive: true })
}

layBooks(asked.books)

const starts: number[] = []
for (let number = 0; number < 5; number++) {
  const { app, usableMs } = await launch(folder)
  starts.push(usableMs)
  await app.close()
}
const { app, page } = await launch(folder)
await watchKeys(page)
const lists = await measureLists(page)
const review = await measureReview(app, page)
const keys = await measureKeys(page)
await app.close()

const report = {
  bench: 'large-books',
  machine: describeMachine(),
  documents: size,
  usableMs: distributionOf(starts),
  ...lists,
  review,
  keyToPaintMs: keys,
  callsMs: await measureCalls(folder, size),
  checking: measureChecking(folder, size),
}
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(report, null, 2))
