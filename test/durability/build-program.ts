import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { bundledLibraries } from '../../scripts/bundled-libraries.mjs'

const root = process.cwd()
// Of this process alone: test files run beside one another.
const built = join(root, 'node_modules', '.cache', 'quittance-tests', `durability-${process.pid}`)

const programs = new Map<string, Promise<string>>()

/**
 * Bundles a program of this folder, to be run as a process of its own; gone when this process ends.
 *
 * @param name of the file without its ending
 * @returns path of the script
 */
export function buildProgram(name: string): Promise<string> {
  const known = programs.get(name) ?? bundle(name)
  programs.set(name, known)
  return known
}

async function bundle(name: string): Promise<string> {
  mkdirSync(built, { recursive: true })
  process.once('exit', () => rmSync(built, { recursive: true, force: true }))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // As the engine is built: its start is measured.
    ssr: { noExternal: bundledLibraries },
    build: {
      ssr: join('test', 'durability', `${name}.ts`),
      outDir: built,
      emptyOutDir: false,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(built, `${name}.mjs`)
}
