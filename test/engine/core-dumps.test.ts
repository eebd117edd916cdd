import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const module = pathToFileURL(join(import.meta.dirname, '../../src/engine/core-dumps.ts')).href

/** Which parts of its memory Linux would write into a dump: of a program after `setUp`, and of one started by it. */
function dumped(setUp: string): string[] {
  const program = `${setUp}
    import { execFileSync } from 'node:child_process'
    import { readFileSync } from 'node:fs'
    process.stdout.write(readFileSync('/proc/self/coredump_filter', 'utf8'))
    process.stdout.write(execFileSync('cat', ['/proc/self/coredump_filter'], { encoding: 'utf8' }))`
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' })
  return told.trim().split('\n')
}

test.skipIf(process.platform !== 'linux')(
  'no part of the memory is written into a core dump, of this process or of one it starts',
  () => {
    const nothing = '00000000'
    for (const parts of dumped('')) expect(parts).not.toBe(nothing)
    const careful = `import { keepMemoryOutOfCoreDumps } from ${JSON.stringify(module)}; keepMemoryOutOfCoreDumps()`
    expect(dumped(careful)).toEqual([nothing, nothing])
  },
)
