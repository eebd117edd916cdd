// The main job on a virtual display: opens the window, reads the twelve samples, prints what came of them, saves two
// pictures and goes on running until it is stopped.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright'
import { electronBinary } from './electron-binary.mjs'
import { sandboxSwitches } from './system-libraries.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pictures = join(root, 'out', 'pictures')
const readingLimitMs = 180_000

mkdirSync(pictures, { recursive: true })
console.log('No display found: starting Quittance on a virtual one.')
const app = await _electron.launch({
  executablePath: electronBinary(),
  args: [root, ...sandboxSwitches(), ...process.argv.slice(2)],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void app.close())
const ended = new Promise(resolve => app.once('close', resolve))

const page = await app.firstWindow()
await page.setViewportSize({ width: 1440, height: 900 })

/** Asks the engine what the window would ask it. */
async function ask(name, input) {
  const reply = await page.evaluate(
    ([callName, callInput]) => globalThis.quittance.call(callName, callInput),
    [name, input],
  )
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value
}

await ask('company.open', { key: 'sample' })
console.log('Reading twelve sample invoices …')
const giveUpAt = Date.now() + readingLimitMs
for (;;) {
  const { progress, conservation } = await ask('document.counts', {})
  if (conservation.received >= 12 && progress.waiting + progress.running === 0) break
  if (Date.now() > giveUpAt) throw new Error('the samples were not read in time')
  await new Promise(resolve => setTimeout(resolve, 500))
}

const { rows } = await ask('document.list', { filter: {}, sort: { by: 'received' }, limit: 100 })
console.table(
  rows.map(row => ({
    file: row.fileName,
    state: row.state,
    vendor: row.vendorName ?? '',
    number: row.number ?? '',
    issued: row.issueDate ?? '',
    total: row.total === null ? '' : `${row.total} ${row.currency ?? ''}`,
    issues: row.openIssues,
    'first issue': row.worstIssue?.key ?? '',
  })),
)

async function picture(name) {
  const path = join(pictures, `${name}.png`)
  await page.screenshot({ path })
  console.log(`Saved ${path}`)
}

await page.getByRole('grid').waitFor()
await page.waitForTimeout(500)
await picture('inbox')
await page.getByRole('grid').getByRole('row').nth(1).dblclick()
await page.waitForTimeout(2_500)
await picture('review')

console.log('Quittance is running on the virtual display. Stop it with Ctrl+C.')
await ended
