// Runs a tool of node_modules, or a built script, on Electron's own Node: the runtime of everything that touches the store.
// Usage: node scripts/with-electron.mjs vitest run | playwright test | electron-vite dev | path/to/script.mjs …
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary } from './electron-binary.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @returns {string} the script behind a tool's name, or the path itself */
function scriptOf(tool) {
  if (existsSync(resolve(tool)) && tool.includes('.')) return resolve(tool)
  const folder = join(root, 'node_modules', tool)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}

/** @returns {Promise<number>} the exit code */
export function runOnElectron(tool, args, extra = {}) {
  const binary = electronBinary()
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_OVERRIDE_DIST_PATH: dirname(binary), ...extra }
  const child = spawn(binary, [scriptOf(tool), ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise(done => child.on('exit', (code, signal) => done(code ?? (signal ? 130 : 1))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tool, ...args] = process.argv.slice(2)
  process.exitCode = await runOnElectron(tool, args)
}
