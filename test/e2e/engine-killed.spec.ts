import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCfdi, makePdf } from '../made-invoices'
import { expect, test } from './quittance-app'

const kills = 10
const documents = 60

test('an engine killed ten times during a batch of 60 documents loses none and doubles none', async ({
  app,
  dataFolder,
}) => {
  const folder = join(dataFolder, 'dropped')
  mkdirSync(folder)
  const paths: string[] = []
  for (let number = 1; number <= documents; number++) {
    // Every third is XML and read at once; the PDFs keep the batch busy for all ten kills.
    const isXml = number % 3 === 0
    const path = join(folder, `invoice ${number}.${isXml ? 'xml' : 'pdf'}`)
    writeFileSync(path, isXml ? makeCfdi(number) : await makePdf(number))
    paths.push(path)
  }

  await app.drop(paths)
  // Dropping is acknowledged by rows; a kill before that may cost a file its row, never after.
  await app.settledIntake(documents)

  let killed = 0
  while (killed < kills) {
    const pid = await app.enginePid()
    if (pid !== undefined) {
      process.kill(pid, 'SIGKILL')
      killed++
    }
    await app.page.waitForTimeout(250)
  }

  await app.settled(documents)
  const { conservation } = await app.ask('document.counts', {})
  expect(conservation).toMatchObject({ received: documents, isBalanced: true })
  expect(conservation.byState).toMatchObject({ queued: 0, processing: 0, set_aside: 0, duplicate: 0 })

  const { rows } = await app.ask('document.list', { filter: {}, sort: { by: 'received' }, limit: 500 })
  const numbers = rows.map(row => row.number)
  expect(new Set(numbers).size).toBe(documents)
  const verdict = await app.ask('store.verify', {})
  expect(verdict).toMatchObject({ stuckJobs: 0, journalIntact: true, originalsDamaged: [], databaseIntact: true })

  // The window recovered by itself: the list still shows every row.
  await expect(app.page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(documents + 1))
})
