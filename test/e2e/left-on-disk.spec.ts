import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sample, test } from './quittance-app'
import { processTree } from './sockets-of'

test.skip(process.platform !== 'linux', 'Linux tells what processes are and what files allow')

const chromiumsOwn = 'window'

/** Everything in a folder that others on this machine may read. Nobody else can enter Chromium's own. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink()) return []
    const isOpen = (statSync(path).mode & 0o077) !== 0
    const below = entry.isDirectory() && entry.name !== chromiumsOwn ? openToOthers(path) : []
    return isOpen ? [path, ...below] : below
  })
}

test('what a day of work leaves on the disk is the accountant’s own alone, and a crash would leave no memory there', async ({
  app,
  dataFolder,
}) => {
  const { ask, drop, settled, electron } = app
  await drop([sample('01 Papelera del Norte A20481.xml')])
  await settled(1)
  await ask('backup.make', {})
  await ask('network.close', {})
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  await ask('bills.export', { documentIds, format: 'csv-bills' })
  expect(statSync(dataFolder).mode & 0o077).toBe(0)
  expect(openToOthers(dataFolder)).toEqual([])

  const main = await electron.evaluate(() => process.pid)
  const tree = processTree(main)
  const commands = tree.map(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  expect(commands.filter(command => command.includes('crashpad'))).toEqual([])
  const engine = await app.enginePid()
  for (const pid of [main, engine]) {
    expect(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()).toBe('00000000')
  }
})
