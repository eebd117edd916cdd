import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

// The version that was replaced, for going back: its program, and the books as it left them. Originals are shared: they are
// only ever added to.

const companies = ['own', 'sample']

/** Belongs to a running engine, or is made anew. The log of an engine that had to be killed is a part of its books. */
const passing = /^engine\.lock|-shm$|\.schema-\d+$/

/**
 * Keeps the program and the books. The engine must be closed.
 *
 * @param folder emptied first: one version is kept
 * @param program its one file; null where an installer put many in place, and a person goes back by the old installer
 * @returns the program's file name inside `folder`
 */
export async function keepVersion(folder: string, dataFolder: string, program: string | null): Promise<string | null> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const company of companies) await copyFiles(join(dataFolder, company), join(folder, company))
  if (program === null) return null
  const name = `program-${basename(program)}`
  await copyWhole(program, join(folder, name))
  return name
}

/** Does what is prepared: nothing but renames, which need no room on the disk. */
export type PutInPlace = () => Promise<void>

/**
 * Lays the kept books out beside those of the version that is left, which are put into `replaced-<time>` when they take
 * their place. The engine must be closed.
 *
 * @throws what the disk says; the books are then as they were
 */
export async function layOutBooks(folder: string, dataFolder: string, at: number): Promise<PutInPlace> {
  const homes = companies.map(company => {
    const home = join(dataFolder, company)
    return { home, laidOut: join(home, 'going-back') }
  })
  try {
    for (const { home, laidOut } of homes) {
      await rm(laidOut, { recursive: true, force: true })
      await copyFiles(join(folder, basename(home)), laidOut)
    }
  } catch (thrown) {
    await Promise.allSettled(homes.map(({ laidOut }) => rm(laidOut, { recursive: true, force: true })))
    throw thrown
  }
  return async () => {
    for (const { home, laidOut } of homes) {
      const names = await filesOf(laidOut)
      if (names.length === 0) continue
      const aside = join(home, `replaced-${at}`)
      await mkdir(aside, { recursive: true, mode: 0o700 })
      for (const name of await filesOf(home, /^engine\.lock/)) await rename(join(home, name), join(aside, name))
      for (const name of names) await rename(join(laidOut, name), join(home, name))
      await rm(laidOut, { recursive: true })
    }
  }
}

/** Copies a program beside another whose place it takes in one step: whoever starts it gets the one or the other. */
export async function layOutProgram(from: string, program: string): Promise<PutInPlace> {
  const part = join(dirname(program), `.${basename(program)}.part`)
  try {
    await copyWhole(from, part)
    await chmod(part, 0o755)
  } catch (thrown) {
    await rm(part, { force: true })
    throw thrown
  }
  return () => rename(part, program)
}

async function copyFiles(from: string, to: string): Promise<void> {
  const names = await filesOf(from, passing)
  if (names.length === 0) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) await copyWhole(join(from, name), join(to, name))
}

async function filesOf(folder: string, except?: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    throw thrown
  })
  return entries.filter(entry => entry.isFile() && !except?.test(entry.name)).map(({ name }) => name)
}

/** Returns when the disk has the copy. */
async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
