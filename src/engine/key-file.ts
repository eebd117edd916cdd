import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../shared/result'
import type { KeyStore } from './host'

const prefix = 'file:'

/**
 * In a terminal there is no key store of the operating system that we could use without asking: what is stored is where
 * the key lies, and the key stays in its file.
 *
 * @param keyFile the file a new secret came from; without it nothing can be sealed
 */
export function keyFileStore(keyFile?: string): KeyStore {
  return {
    seal() {
      return keyFile === undefined
        ? Promise.reject(new AppError('key_store_unavailable', {}, 'user'))
        : Promise.resolve(`${prefix}${resolve(keyFile)}`)
    },
    open: sealed => Promise.resolve().then(() => openKeyFile(sealed)),
  }
}

/** A host's key store that also opens references to key files, so that books connected in a terminal work in the window. */
export function withKeyFiles(keyStore: KeyStore): KeyStore {
  return {
    seal: secret => keyStore.seal(secret),
    open: async sealed => (sealed.startsWith(prefix) ? openKeyFile(sealed) : keyStore.open(sealed)),
  }
}

/** Which secrets are references to key files, and how many of these files others on this machine may read. */
export function keyFilesOf(secrets: readonly { readonly name: string; readonly sealed: string }[]) {
  const inFiles = secrets.filter(({ sealed }) => sealed.startsWith(prefix))
  const files = inFiles.map(({ sealed }) => sealed.slice(prefix.length))
  return { inFiles: inFiles.map(({ name }) => name), readableByOthers: files.filter(isReadableByOthers).length }
}

/** Windows tells by other means than mode bits; a file that is gone is read by nobody. */
function isReadableByOthers(path: string): boolean {
  if (process.platform === 'win32') return false
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
}

/**
 * Reads the key a reference leads to.
 * @throws AppError `key_store_unavailable` when it is no reference or its file is not there
 */
function openKeyFile(sealed: string): string {
  if (!sealed.startsWith(prefix)) throw new AppError('key_store_unavailable', {}, 'user')
  return readKeyFile(sealed.slice(prefix.length))
}

/** @throws AppError `key_store_unavailable` when the file cannot be read or is empty */
export function readKeyFile(path: string): string {
  let key: string
  try {
    key = readFileSync(path, 'utf8').trim()
  } catch (thrown) {
    throw new AppError('key_store_unavailable', {}, 'user', { cause: thrown })
  }
  if (key === '') throw new AppError('key_store_unavailable', {}, 'user')
  return key
}
