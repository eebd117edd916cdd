import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder, syncFolder } from './store/private-files'
import { storeFile } from './store/open'

export const CompanyKey = z.enum(['own', 'sample'])
export type CompanyKey = z.infer<typeof CompanyKey>

const currentFile = 'current-company'

/** Each company has a folder of its own: store and originals, nothing shared. */
export function companyFolder(dataFolder: string, key: CompanyKey): string {
  return join(dataFolder, key)
}

export function hasSampleCompany(dataFolder: string): boolean {
  return existsSync(join(companyFolder(dataFolder, 'sample'), storeFile))
}

/** The company that was open when the app was last closed; the accountant's own when in doubt. */
export function lastCompany(dataFolder: string): CompanyKey {
  const file = join(dataFolder, currentFile)
  if (!existsSync(file)) return 'own'
  const key = CompanyKey.safeParse(readFileSync(file, 'utf8').trim()).data ?? 'own'
  return key === 'sample' && !hasSampleCompany(dataFolder) ? 'own' : key
}

/** Remembers which company is open. Written aside and renamed, so that a half-written word never has the name. */
export function rememberCompany(dataFolder: string, key: CompanyKey): void {
  makePrivateFolder(dataFolder)
  const file = join(dataFolder, currentFile)
  const part = `${file}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    writeSync(handle, `${key}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
  syncFolder(dataFolder)
}

/** Removes the sample company's folder and nothing else; should a link stand in its place, only the link goes. */
export function removeSampleCompany(dataFolder: string): void {
  const folder = companyFolder(dataFolder, 'sample')
  if (!existsSync(folder)) return
  rmSync(folder, { recursive: !lstatSync(folder).isSymbolicLink() })
  syncFolder(dataFolder)
}
