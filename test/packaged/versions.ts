import { createPackageWithOptions, extractAll } from '@electron/asar'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Package } from './package'

export interface MadeVersion {
  readonly version: string
  /** One file that starts the version, as an AppImage does. */
  readonly image: string
}

interface Changes {
  readonly version: string
  /** Where it looks for updates, and whose signature it believes. */
  readonly feed?: { readonly url: string; readonly publicKey: string }
  /** SQL of one more migration. */
  readonly migration?: string
}

/**
 * Makes another version of the packed app: the same program with another number, and one migration more where asked. A
 * script stands for the AppImage around it: it names itself to the program and starts it, which is what the image's
 * runtime does once it has mounted its file system.
 */
export async function makeVersion(pack: Package, folder: string, changes: Changes): Promise<MadeVersion> {
  const { version, feed, migration } = changes
  mkdirSync(folder, { recursive: true })
  const unpacked = join(folder, `app-${version}`)
  // Hard links: three hundred megabytes of Electron are the same in every version.
  execFileSync('cp', ['-al', dirname(pack.program), unpacked])
  const resources = join(unpacked, 'resources')
  await changeArchive(join(resources, 'app.asar'), version, migration)
  if (feed) {
    for (const name of ['app-update.yml', 'update-key.pem']) rmSync(join(resources, name), { force: true })
    writeFileSync(
      join(resources, 'app-update.yml'),
      `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: quittance-updater\n`,
    )
    writeFileSync(join(resources, 'update-key.pem'), feed.publicKey)
  }
  const image = join(folder, `Quittance-${version}.AppImage`)
  const padding = `# ${'x'.repeat(100_000)}\n`
  writeFileSync(image, `#!/bin/sh\nAPPIMAGE=$(readlink -f "$0") exec "${join(unpacked, 'quittance')}" "$@"\n${padding}`)
  chmodSync(image, 0o755)
  return { version, image }
}

async function changeArchive(archive: string, version: string, migration?: string): Promise<void> {
  // The tests run on Electron, whose file system takes an archive for a folder.
  process.noAsar = true
  const folder = `${archive}-extracted`
  extractAll(archive, folder)
  const manifest = join(folder, 'package.json')
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }))
  if (migration) addMigration(join(folder, 'out', 'main'), migration)
  rmSync(archive)
  rmSync(`${archive}.unpacked`, { recursive: true })
  await createPackageWithOptions(folder, archive, { unpack: '**/*.node' })
  rmSync(folder, { recursive: true })
  process.noAsar = false
}

const listOfMigrations = /^((?:const|var) migrations = \[\n[\s\S]*?)(\n\];)/m

function addMigration(folder: string, sql: string): void {
  const changed = readdirSync(folder).filter(name => {
    const file = join(folder, name)
    const code = readFileSync(file, 'utf8')
    if (!listOfMigrations.test(code)) return false
    writeFileSync(file, code.replace(listOfMigrations, `$1, { up: raw => raw.exec(${JSON.stringify(sql)}) }$2`))
    return true
  })
  if (changed.length !== 1) throw new Error(`the list of migrations is in ${changed.length} files of the package`)
}
