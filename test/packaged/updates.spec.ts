import { chromium, type Page } from '@playwright/test'
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newKeyPair } from '../../scripts/sign-feed.mjs'
import { companyFolder } from '../../src/engine/company-folders'
import { startPackaged } from '../e2e/packaged-program'
import { expect, sample } from '../e2e/quittance-app'
import { test } from './package'
import { install, makeReleases, type Releases } from './releases'

test.skip(process.platform !== 'linux', 'what is tried here is the AppImage’s way')
test.describe.configure({ mode: 'serial' })

let releases: Releases
test.beforeAll(async () => {
  releases = await makeReleases()
})
test.afterAll(() => releases.close())

async function openSettings(page: Page, section: 'Updates' | 'Backups'): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: section, exact: true }).click()
}

/** A disk that wrote something else than it was told. */
function damageBooks(dataFolder: string): void {
  const store = join(companyFolder(dataFolder, 'own'), 'quittance.db')
  const bytes = readFileSync(store)
  writeFileSync(store, bytes.fill(7, 2048, 3000))
}

async function expectWholeBooks(page: Page): Promise<void> {
  await expect(page.getByRole('row').filter({ hasText: 'MONTEVERA' })).toContainText('8,207.20')
  const verdict = await page.evaluate(() => window.quittance.call('store.verify', {}))
  expect(verdict).toMatchObject({
    ok: true,
    value: { journalIntact: true, databaseIntact: true, originalsDamaged: [] },
  })
}

/** The app that restarted itself leaves word in its folder where Chromium listens. */
async function restarted(dataFolder: string): Promise<{ page: Page; quit(): Promise<void> }> {
  const word = join(dataFolder, 'window', 'DevToolsActivePort')
  await expect.poll(() => existsSync(word), { timeout: 60_000 }).toBe(true)
  const [port = ''] = readFileSync(word, 'utf8').split('\n')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { isLocal: true })
  const context = browser.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (!page) throw new Error('the restarted app shows no window')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const gone = new Promise<void>(done => browser.once('disconnected', () => done()))
  return {
    page,
    async quit() {
      await page.close()
      await gone
    },
  }
}

function forgetPort(dataFolder: string): void {
  rmSync(join(dataFolder, 'window', 'DevToolsActivePort'), { force: true })
}

test('installed, used, backed up, updated, left again for the version before, and restored from the backup when the disk fails', async ({
  dataFolder,
}) => {
  const { feed, installed, next, makers } = releases
  feed.publish('0.2.0', next.image, makers.privateKey)
  const program = install(dataFolder, installed)
  const first = await startPackaged(program, dataFolder, [sample('03 Montevera F11862.xml')])
  const { page } = first
  await expect(page.getByRole('row').filter({ hasText: 'MONTEVERA' })).toContainText('8,207.20')
  expect(feed.asked, 'nothing is asked before a person asks').toEqual([])

  await openSettings(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The backup was made and checked.').first()).toBeVisible()

  await openSettings(page, 'Updates')
  await page.getByRole('button', { name: 'Check for updates' }).click()
  await expect(page.getByText('Version 0.2.0 is ready.')).toBeVisible({ timeout: 90_000 })
  const section = page.locator('[data-section="updates"]')
  await expect(section).toContainText('Database and journal whole')
  await expect(section).toContainText(/Rows: [\d,]+ before, [\d,]+ after, none lost/)
  await expect(section).toContainText('Documents received: 1')
  await expect(section).toContainText('The latest document read again, as it stands in the books')

  forgetPort(dataFolder)
  await page.getByRole('button', { name: 'Install and restart' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Install and restart' }).click()
  const second = await restarted(dataFolder)
  expect(readFileSync(program)).toEqual(readFileSync(next.image))
  await expect(second.page.getByRole('row').filter({ hasText: 'MONTEVERA' })).toContainText('8,207.20')
  await openSettings(second.page, 'Updates')
  await expect(second.page.getByText('This is version 0.2.0.')).toBeVisible()
  await expect(second.page.getByText(/Version 0\.1\.0 and its books are kept until/)).toBeVisible()

  forgetPort(dataFolder)
  await second.page.getByRole('button', { name: 'Go back' }).click()
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).click()
  const third = await restarted(dataFolder)
  expect(readFileSync(program)).toEqual(readFileSync(installed.image))
  await expectWholeBooks(third.page)
  await openSettings(third.page, 'Updates')
  await expect(third.page.getByText('This is version 0.1.0.')).toBeVisible()
  await third.quit()

  damageBooks(dataFolder)
  const fourth = await startPackaged(program, dataFolder)
  await expect(fourth.page.getByRole('heading', { level: 1 })).toHaveText(/damaged/)
  await expect(fourth.page.getByRole('button', { name: /^Restore the backup of/ })).toBeFocused()
  await fourth.page.keyboard.press('Enter')
  await fourth.page.getByRole('button', { name: 'Open the inbox' }).click()
  await expectWholeBooks(fourth.page)
  await fourth.quit()
})

interface Refusal {
  readonly offered: string
  readonly told: RegExp
  spoil(releases: Releases): void
}

const name = 'Quittance-0.2.0.AppImage'
const refusals: readonly Refusal[] = [
  {
    offered: 'a corrupt package',
    told: /arrived damaged/,
    spoil({ feed }) {
      const bytes = readFileSync(feed.pathOf(name))
      bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000)
      writeFileSync(feed.pathOf(name), bytes)
    },
  },
  {
    offered: 'a truncated package',
    told: /arrived damaged/,
    spoil: ({ feed }) => truncateSync(feed.pathOf(name), 60_000),
  },
  {
    offered: 'an older version',
    told: /older version than this one/,
    spoil: ({ feed, next, makers }) => feed.publish('0.0.9', next.image, makers.privateKey),
  },
  {
    offered: 'an unsigned feed',
    told: /carries no signature/,
    spoil: ({ feed }) => rmSync(feed.pathOf('latest-linux.yml.sig')),
  },
  {
    offered: 'a feed signed by somebody else',
    told: /signature is not that of/,
    spoil: ({ feed, next }) => feed.publish('0.2.0', next.image, newKeyPair().privateKey),
  },
  {
    offered: 'a feed changed after it was signed',
    told: /signature is not that of/,
    spoil({ feed }) {
      const file = feed.pathOf('latest-linux.yml')
      writeFileSync(file, readFileSync(file, 'utf8').replace('version: 0.2.0', 'version: 9.9.9'))
    },
  },
  {
    offered: 'the feed of another channel under this one’s name',
    told: /signature is not that of/,
    spoil({ feed, next, makers }) {
      feed.publish('0.2.0', next.image, makers.privateKey, 'beta')
      for (const end of ['', '.sig'])
        copyFileSync(feed.pathOf(`beta-linux.yml${end}`), feed.pathOf(`latest-linux.yml${end}`))
    },
  },
  {
    offered: 'a version that cannot work with these books',
    told: /could not work on a copy of your books/,
    spoil({ feed, folder, makers }) {
      const broken = join(folder, 'broken.AppImage')
      writeFileSync(broken, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
      feed.publish('0.2.0', broken, makers.privateKey)
    },
  },
]

test('what is corrupt, cut off, older, unsigned, wrongly signed or unfit for the books is refused, each with its reason', async ({
  dataFolder,
}) => {
  const { feed, installed, next, makers, folder } = releases
  const program = install(dataFolder, installed)
  const { page, quit } = await startPackaged(program, dataFolder)
  await openSettings(page, 'Updates')
  const section = page.locator('[data-section="updates"]')
  for (const { offered, told, spoil } of refusals) {
    await test.step(offered, async () => {
      // A package that was fetched whole before would rightly be taken from the cache.
      rmSync(join(folder, 'cache'), { recursive: true, force: true })
      feed.publish('0.2.0', next.image, makers.privateKey)
      spoil(releases)
      await section.getByRole('button', { name: 'Check for updates' }).click({ timeout: 15_000 })
      await expect(section.getByText(told)).toBeVisible({ timeout: 60_000 })
      await expect(section.getByRole('button', { name: 'Install and restart' })).toBeHidden()
      // The next answer must be a new one.
      feed.publish('0.1.0', installed.image, makers.privateKey)
      await section.getByRole('button', { name: 'Check for updates' }).click()
      await expect(section.getByText('This is the newest version.')).toBeVisible()
    })
  }
  expect(readFileSync(program)).toEqual(readFileSync(installed.image))
  await quit()
})
