// Runs one measurement: node scripts/bench.mjs <name> [options]; without a name, lists them.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { runTypeScript } from './run-typescript.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'bench')
const [name, ...args] = process.argv.slice(2)
const entry = join(folder, `${name}.ts`)

if (name && existsSync(entry)) {
  await ensureBuilt()
  process.exitCode = await runTypeScript(entry, args)
} else {
  const names = readdirSync(folder)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -3))
  console.error(`Measurements: ${names.join(', ')}`)
  process.exitCode = name ? 2 : 0
}
