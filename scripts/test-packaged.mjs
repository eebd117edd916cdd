// Packs the app and tests the packaged program: node scripts/test-packaged.mjs [Playwright's switches …]
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary } from './electron-binary.mjs'
import { packUnpacked } from './package.mjs'
import { ensureSystemLibraries, hasDisplay } from './system-libraries.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

ensureSystemLibraries(electronBinary())
const { program } = await packUnpacked()
const playwright = [
  'playwright',
  'test',
  '-c',
  'playwright.packaged.config.ts',
  '--reporter=list',
  ...process.argv.slice(2),
]
const command = [process.execPath, join(root, 'scripts', 'with-electron.mjs'), ...playwright]
const whole = hasDisplay() ? command : ['xvfb-run', '-a', '-s', '-screen 0 1680x1050x24', ...command]
const { status } = spawnSync(whole[0], whole.slice(1), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, QUITTANCE_PACKAGED: program },
})
process.exitCode = status ?? 1
