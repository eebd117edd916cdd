// Takes the pictures of the handbook, in both languages, and of the README anew: drives the real app on a temporary folder with made-up data.
// Usage: npm run handbook-pictures [-- Playwright's switches …]
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { packUnpacked } from './package.mjs'
import { ensureSystemLibraries, hasDisplay } from './system-libraries.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Playwright's switches of the caller. */
const switches = process.argv.slice(2)

function take(specs, env = {}) {
  const playwright = ['playwright', 'test', '-c', 'playwright.handbook.config.ts', '--reporter=list', ...specs]
  const command = [process.execPath, join(root, 'scripts', 'with-electron.mjs'), ...playwright, ...switches]
  const whole = hasDisplay() ? command : ['xvfb-run', '-a', '-s', '-screen 0 1680x1050x24', ...command]
  const { status } = spawnSync(whole[0], whole.slice(1), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exitCode = status ?? 1
}

ensureSystemLibraries(electronBinary())
await ensureBuilt()
take(['handbook/pictures.spec.ts'])
// Only an installed program updates itself.
const { program } = await packUnpacked()
take(['handbook/updates-picture.spec.ts'], { QUITTANCE_PACKAGED: program })
