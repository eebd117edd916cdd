// Runs one measurement: node scripts/bench.mjs <name> [options]; without a name, lists them.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { ensureBuilt } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { runTypeScript } from './run-typescript.mjs'
import { ensureSystemLibraries, hasDisplay } from './system-libraries.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'bench')
const [name, ...args] = process.argv.slice(2)
const entry = join(folder, `${name}.ts`)

if (name && existsSync(entry)) {
  ensureSystemLibraries(electronBinary())
  await ensureBuilt()
  if (!hasDisplay()) {
    // Some measurements open the window; all get a virtual display.
    const again = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' })
    process.exit(again.status ?? 1)
  }
  process.exitCode = await runTypeScript(entry, args)
} else {
  const names = readdirSync(folder)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -3))
  console.error(`Measurements: ${names.join(', ')}`)
  process.exitCode = name ? 2 : 0
}
