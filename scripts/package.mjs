// Packs the app: node scripts/package.mjs [--dir] [--output=<folder>] [electron-builder's own switches …]
// Without --dir it makes the installers of this system (docs/releasing.md).
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawIcons } from '../packaging/icons.mjs'
import { writeNotices } from '../packaging/notices.mjs'
import { ensureBuilt } from './build.mjs'
import { electronBinary, standInVersion } from './electron-binary.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Makes an unpacked package and returns its folder and the program in it. */
export async function packUnpacked() {
  await pack(['--dir'])
  const folder = join(root, 'dist', unpackedName())
  const program = { darwin: 'Quittance.app/Contents/MacOS/Quittance', win32: 'Quittance.exe' }[process.platform]
  return { folder, program: join(folder, program ?? 'quittance') }
}

async function pack(switches) {
  await ensureBuilt()
  const beside = join(root, 'dist', 'beside')
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  await writeNotices(root, beside)
  // Without a key to check updates with, the app says that it cannot update itself.
  const publicKey = process.env['QUITTANCE_UPDATE_PUBLIC_KEY']
  if (publicKey) writeFileSync(join(beside, 'update-key.pem'), publicKey)
  await drawIcons(join(root, 'dist', 'icons'))
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const { status } = spawnSync(
    process.execPath,
    [
      builder,
      '--config',
      'packaging/electron-builder.mjs',
      '--publish',
      'never',
      ...localElectron(switches),
      ...switches,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('the app could not be packed')
}

/** Where the official Electron cannot be had its stand-in serves a package that is looked at here and goes nowhere. */
function localElectron(switches) {
  const binary = electronBinary()
  const version = standInVersion(binary)
  if (!version) return []
  if (!switches.includes('--dir')) throw new Error('installers are made from the official Electron only')
  console.error('Packing with the stand-in of Electron: for tests on this machine only.')
  return [`-c.electronDist=${dirname(binary)}`, `-c.electronVersion=${version}`]
}

function unpackedName() {
  if (process.platform === 'darwin') return 'mac-universal'
  return process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked'
}

function sizeOf(path) {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

function reportSizes() {
  const dist = join(root, 'dist')
  const made = readdirSync(dist)
    .filter(name => !['beside', 'icons'].includes(name) && !name.endsWith('.yml') && !name.endsWith('.yaml'))
    .map(name => join(dist, name))
  const archives = made
    .map(path => join(path, 'resources', 'app.asar'))
    .filter(path => lstatSync(path, { throwIfNoEntry: false }))
  for (const path of [...made, ...archives]) {
    console.log(`${(sizeOf(path) / 1e6).toFixed(1).padStart(8)} MB  ${relative(root, path)}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await pack(process.argv.slice(2))
  reportSizes()
}
