import { availableParallelism, homedir } from 'node:os'
import { join } from 'node:path'
import { version } from '../../package.json'
import { defaultDataFolder } from '../shared/data-folder'
import { runCommand } from './cli/program'
import { keepMemoryOutOfCoreDumps } from './core-dumps'
import { guardSockets } from './http/guard-sockets'
import { askUnseen } from './cli/ask-unseen'
import { openLog } from './log'
import { forkWorkers } from './worker/child-process'

// The engine in a terminal. Built to out/main/cli.js, beside the document worker.

keepMemoryOutOfCoreDumps()

const interrupted = new Promise<void>(resolve => {
  process.once('SIGINT', () => resolve())
  process.once('SIGTERM', () => resolve())
})

// `… | head` closes our output early; that is its right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const code = await runCommand(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  version,
  resourcesFolder: process.env['QUITTANCE_RESOURCES'] ?? join(import.meta.dirname, '../../resources'),
  defaultDataFolder: defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env }),
  startWorker: forkWorkers(join(import.meta.dirname, 'document-worker.js')),
  cores: availableParallelism(),
  now: Date.now,
  random: Math.random,
  openLog: dataFolder => openLog(join(dataFolder, 'logs')),
  guardSockets,
  ...(process.env['QUITTANCE_VAULT_PASSPHRASE'] && { vaultPassphrase: process.env['QUITTANCE_VAULT_PASSPHRASE'] }),
  askSecret: askUnseen,
  interrupted,
})
// What is still in a pipe's buffer goes out first; a timer left behind must not keep a finished command alive.
process.stdout.write('', () => process.exit(code))
