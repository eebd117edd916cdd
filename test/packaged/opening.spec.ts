import { spawnSync } from 'node:child_process'
import { sandboxSwitches } from '../../scripts/system-libraries.mjs'
import { startPackaged } from '../e2e/packaged-program'
import { expect, sample } from '../e2e/quittance-app'
import { test } from './package'

test('files opened with the app are taken in, and a link brings a running app to its document', async ({
  pack,
  dataFolder,
}) => {
  const again = (...words: string[]) =>
    spawnSync(pack.program, [...sandboxSwitches(), `--data=${dataFolder}`, ...words], { timeout: 60_000 })
  const { page, quit } = await startPackaged(pack.program, dataFolder, [sample('03 Montevera F11862.xml')])
  try {
    const montevera = page.getByRole('row').filter({ hasText: 'MONTEVERA' })
    await expect(montevera).toBeVisible()

    again(sample('04 Alder and Loom AL-2026-0417.xml'))
    await expect(page.getByRole('row').filter({ hasText: 'AL-2026-0417' })).toBeVisible()

    const documentId = await montevera.getAttribute('data-document-id')
    again(`quittance://document/${documentId}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('MONTEVERA')

    again('quittance://document/01a1f865-8d98-72cd-800e-e10153381463')
    await expect(
      page
        .getByRole('alert')
        .or(page.getByRole('status'))
        .filter({ hasText: /not|no longer/i })
        .first(),
    ).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 }), 'a link to nothing leads nowhere').toContainText('MONTEVERA')
  } finally {
    await quit()
  }
})

test('a link starts the app on its document', async ({ pack, dataFolder }) => {
  const first = await startPackaged(pack.program, dataFolder, [sample('03 Montevera F11862.xml')])
  const row = first.page.getByRole('row').filter({ hasText: 'MONTEVERA' })
  await expect(row).toBeVisible()
  const documentId = await row.getAttribute('data-document-id')
  await first.quit()

  const second = await startPackaged(pack.program, dataFolder, [`quittance://document/${documentId}`])
  await expect(second.page.getByRole('heading', { level: 1 })).toContainText('MONTEVERA')
  await second.quit()
})
