import { startPackaged } from '../e2e/packaged-program'
import { expect, sample, test } from '../e2e/quittance-app'
import { install, makeReleases, type Releases } from '../packaged/releases'
import { messages } from '../../src/renderer/src/i18n/messages'
import { picture, settle } from './picture'

test.skip(
  process.platform !== 'linux' || !process.env['QUITTANCE_PACKAGED'],
  'only an installed program updates itself',
)

let releases: Releases
test.beforeAll(async () => {
  releases = await makeReleases()
})
test.afterAll(() => releases.close())

for (const language of ['en', 'es'] as const) {
  test(`[${language}] a new version, rehearsed and ready`, async ({ dataFolder }) => {
    const sentences = messages[language]
    const { feed, installed, next, makers } = releases
    feed.publish(next.version, next.image, makers.privateKey)
    const invoices = ['03 Montevera F11862.xml', '04 Alder and Loom AL-2026-0417.xml'].map(sample)
    const { page, quit } = await startPackaged(install(dataFolder, installed), dataFolder, invoices)
    await page.getByRole('row').filter({ hasText: 'AL-2026-0417' }).waitFor()
    const notice = page.getByRole('alertdialog').filter({ hasText: '2 documents received' })
    await notice.getByRole('button').click()
    await settle(page, language)
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: sentences['settings.section.updates'], exact: true }).click()
    await page.getByRole('button', { name: sentences['updates.check'] }).click()
    await expect(page.getByRole('button', { name: sentences['updates.install'] })).toBeVisible({ timeout: 120_000 })
    await page.getByText(sentences['updates.rehearsed'], { exact: true }).scrollIntoViewIfNeeded()
    await picture(page, language, 'updates')
    await quit()
  })
}
