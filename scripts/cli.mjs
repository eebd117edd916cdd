// The engine without a window: node scripts/cli.mjs <command> … (docs/cli.md)
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { runOnElectron } from './with-electron.mjs'

await ensureBuilt()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.exitCode = await runOnElectron(join(root, 'out', 'main', 'cli.js'), process.argv.slice(2))
