// Starts a local stand-in of Paperless-ngx for trying the app by hand; prints the address and the token to connect with.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTypeScript } from './run-typescript.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.exitCode = await runTypeScript(join(root, 'test', 'paperless-stand-in', 'main.ts'), process.argv.slice(2))
