// Bundles one TypeScript entry point and runs it on Electron's own Node.
// Usage: node scripts/run-typescript.mjs bench/reading-accuracy.ts --json
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { runOnElectron } from './with-electron.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @returns {Promise<number>} the exit code */
export async function runTypeScript(entry, args) {
  // A folder of its own for each: two that run at the same time must not take each other's bundle away.
  const name = relative(root, resolve(entry))
    .replace(/\.ts$/, '')
    .replace(/[^A-Za-z0-9-]+/g, '-')
  const outDir = join(root, 'node_modules', '.cache', 'quittance', name)
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return runOnElectron(join(outDir, 'main.mjs'), args)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2)
  process.exitCode = await runTypeScript(entry, args)
}
