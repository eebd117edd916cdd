import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

// The version that was replaced, for going back: its program, and the books as it left them. Originals are shared: they are
// only ever added to.

const companies = ['own', 'sample']

/** Belongs to a running engine, or is there only while one runs. */
const passing = /^engine\.lock|-(wal|shm|journal)$|\.schema-\d+$/

/**
 * Keeps the program and the books. The engine must be closed: a database that nobody has open is one file.
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

/**
 * Puts the kept books in place of those of the version that is left, which stay beside them in `replaced-<time>`.
 * The engine must be closed.
 */
export async function restoreBooks(folder: string, dataFolder: string, at: number): Promise<void> {
  for (const company of companies) {
    const kept = await filesOf(join(folder, company))
    if (kept.length === 0) continue
    const home = join(dataFolder, company)
    const aside = join(home, `replaced-${at}`)
    await mkdir(aside, { recursive: true, mode: 0o700 })
    for (const name of await filesOf(home, /^engine\.lock/)) await rename(join(home, name), join(aside, name))
    for (const name of kept) await copyWhole(join(folder, company, name), join(home, name))
  }
}

/** Puts a program in another's place in one step: whoever starts it gets the one or the other. */
export async function replaceProgram(from: string, program: string): Promise<void> {
  const part = join(dirname(program), `.${basename(program)}.part`)
  await copyWhole(from, part)
  await chmod(part, 0o755)
  await rename(part, program)
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
