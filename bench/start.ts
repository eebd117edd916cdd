// Cold start to a usable window, with an empty store and with 10,000 invoices, and the memory of every process at rest.
// Run with `npm run bench -- start`; needs a display or xvfb.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { describeMachine } from './parts/machine'
import { fillBooks } from './parts/made-up-books'
import { distributionOf, round } from './parts/statistics'

const rounds = 5
const root = process.cwd()

async function measureStart(dataFolder: string) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: process.execPath,
    args: [root, ...noSandbox, `--data=${dataFolder}`],
    env,
  })
  const page = await app.firstWindow()
  // Usable: the first invoice can be opened, or the first file added.
  await page
    .getByRole('row')
    .nth(1)
    .or(page.getByRole('button', { name: 'Try with 12 sample invoices' }))
    .first()
    .waitFor()
  const usableAt = await page.evaluate(() => Date.now())
  const startedAt = await app.evaluate(() => process.getCreationTime() ?? 0)
  await page.waitForTimeout(1_500)
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics())
  const memoryMiB = Object.fromEntries(
    metrics.map(metric => [metric.name ?? metric.type, round(metric.memory.workingSetSize / 1024)]),
  )
  await app.close()
  return { usableMs: usableAt - startedAt, memoryMiB }
}

async function measureFolder(dataFolder: string) {
  const runs = []
  for (let number = 0; number < rounds; number++) runs.push(await measureStart(dataFolder))
  return { usableMs: distributionOf(runs.map(run => run.usableMs)), memoryMiB: runs.at(-1)?.memoryMiB }
}

const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
const filled = join(folder, 'filled')
mkdirSync(join(filled, 'own'), { recursive: true })
fillBooks(join(filled, 'own'), 10_000)

const report = {
  bench: 'start',
  machine: describeMachine(),
  emptyStore: await measureFolder(join(folder, 'empty')),
  tenThousandInvoices: await measureFolder(filled),
}
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(report, null, 2))
