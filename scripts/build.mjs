// Builds the app into out/ when a source is newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'electron-vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inputs = [
  'src',
  'docs/handbook',
  'docs/runbook.md',
  'docs/runbook.es.md',
  'electron.vite.config.ts',
  'scripts/bundled-libraries.mjs',
  'scripts/handbook-pages.mjs',
  'package.json',
  'package-lock.json',
]

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

function isFresh() {
  const results = ['main/main.js', 'main/cli.js', 'preload/preload.cjs', 'renderer/index.html'].map(name =>
    join(root, 'out', name),
  )
  if (!results.every(path => existsSync(path))) return false
  const built = Math.min(...results.map(path => statSync(path).mtimeMs))
  return inputs.every(name => newest(join(root, name)) < built)
}

export async function ensureBuilt() {
  if (isFresh()) return
  console.error('Building …')
  const mode = process.env['NODE_ENV']
  await build({ root, logLevel: 'warn' })
  // The bundler leaves "production" behind, in which React refuses to be tested.
  if (mode === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = mode
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt()
