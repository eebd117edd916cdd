// Which modules of node_modules the built app asks for. Most dependencies are bundled into the page and need no folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'

const bundles = ['out/main', 'out/preload']
const importOf = /\b(?:from|import|require)\s*\(?\s*["']([^"'\s]+)["']/g

/** Loaded by name at run time, where no import statement tells. */
const loadedByName = ['@napi-rs/canvas', '@img/sharp-wasm32']

/**
 * One build of sharp serves every system: WebAssembly. Its native builds clash with Electron's own libraries on Linux,
 * and the same code must give the same pixels, and so the same reading, on all three.
 */
const leftOut = /^@img\/sharp-(?!wasm32$)/

/** @param {string} name of a module that is installed but never packed */
export function isLeftOut(name) {
  return leftOut.test(name)
}

/**
 * @param {string} root the repository
 * @returns {{ shipped: string[], bundled: string[] }} names of modules that must be in the package, and of production
 *   modules that must not: they are in a bundle already or only serve one that is left out
 */
export function shippedModules(root) {
  const shipped = new Set()
  const waiting = [...importedByBundles(root), ...loadedByName]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (shipped.has(name) || isLeftOut(name)) continue
    const manifest = manifestOf(root, name)
    // Of optional modules npm installs those that fit the system.
    if (!manifest) continue
    shipped.add(name)
    waiting.push(...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
  }
  const bundled = installedModules(root).filter(name => !shipped.has(name))
  return { shipped: [...shipped].sort(), bundled }
}

function importedByBundles(root) {
  const ignored = new Set([...builtinModules, 'electron'])
  const files = bundles.flatMap(folder => readdirSync(join(root, folder)).map(name => join(root, folder, name)))
  return files
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(importOf)])
    .map(([, name]) => name)
    .filter(name => !name.startsWith('.') && !name.startsWith('node:'))
    .map(packageOf)
    .filter(name => !ignored.has(name))
}

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function manifestOf(root, name) {
  const file = join(root, 'node_modules', name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Top-level names; what lies deeper goes with the module above it. */
function installedModules(root) {
  const folder = join(root, 'node_modules')
  return readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .flatMap(name => (name.startsWith('@') ? readdirSync(join(folder, name)).map(rest => `${name}/${rest}`) : [name]))
}
