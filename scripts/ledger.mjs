// Starts a local stand-in of BigCapital for trying the app by hand; prints the address and the key to connect with.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTypeScript } from './run-typescript.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.exitCode = await runTypeScript(join(root, 'test', 'ledger-stand-in', 'main.ts'), process.argv.slice(2))
