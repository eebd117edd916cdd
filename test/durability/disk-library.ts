import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** True where the library that watches and fails the disk can be built: Linux with a C compiler. */
export const hasDiskLibrary = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0

let built: string | undefined

/**
 * Builds the library that stands between an engine and its disk; gone when this process ends.
 *
 * @returns its path, for LD_PRELOAD
 */
export function diskLibrary(): string {
  if (built) return built
  const folder = join(process.cwd(), 'node_modules', '.cache', 'quittance-tests')
  mkdirSync(folder, { recursive: true })
  const library = join(folder, `disk-${process.pid}.so`)
  const source = join('test', 'durability', 'disk.c')
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread'])
  if (status !== 0) throw new Error(`the disk library was not built: ${stderr.toString()}`)
  process.once('exit', () => rmSync(library, { force: true }))
  built = library
  return library
}
