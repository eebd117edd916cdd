import { extractFile, listPackage } from '@electron/asar'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test as base } from '../e2e/quittance-app'

const root = join(import.meta.dirname, '../..')

/** The package that is looked at. */
export interface Package {
  readonly program: string
  /** Folder beside the program that holds the archive and what lies outside it. */
  readonly resources: string
  readonly archive: string
  /** Files in the archive, with forward slashes and without one in front. */
  readonly files: readonly string[]
  read(file: string): string
}

/** @throws Error when the run does not say which package is meant (npm run test:packaged does) */
export function packageUnderTest(): Package {
  const program = process.env['QUITTANCE_PACKAGED']
  if (!program) throw new Error('which package? npm run test:packaged makes one')
  const resources = join(dirname(program), process.platform === 'darwin' ? '../Resources' : 'resources')
  const archive = join(resources, 'app.asar')
  return {
    program,
    resources,
    archive,
    files: listPackage(archive, { isPack: false }).map(file => file.replaceAll('\\', '/').replace(/^\//, '')),
    read: file => extractFile(archive, file).toString('utf8'),
  }
}

/** The repository's own manifest. */
export function manifest(): {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
} {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

export const test = base.extend<{ pack: Package }>({
  pack: async ({ browserName: _ }, use) => use(packageUnderTest()),
})
