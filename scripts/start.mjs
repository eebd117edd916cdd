// Starts the app: node scripts/start.mjs [--data=<folder>]. On a machine without a display it shows the main job on a
// virtual one instead (scripts/demonstrate.mjs).
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { ensureSystemLibraries, hasDisplay, sandboxSwitches } from './system-libraries.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const binary = electronBinary()
ensureSystemLibraries(binary)
await ensureBuilt()

const passedOn = process.argv.slice(2)
const [command, args] = hasDisplay()
  ? [binary, [root, ...sandboxSwitches(), ...passedOn]]
  : [
      'xvfb-run',
      ['-a', '-s', '-screen 0 1440x900x24', process.execPath, join(root, 'scripts', 'demonstrate.mjs'), ...passedOn],
    ]

const child = spawn(command, args, { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => (process.exitCode = code ?? 0))
