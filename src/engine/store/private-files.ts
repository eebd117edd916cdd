import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder (and those above it) that only the accountant's own user may enter. It survives a power failure, with
 * the name it has in the folder above: of a folder that is lost, everything in it is lost, synced or not.
 */
export function makePrivateFolder(folder: string): void {
  const path = resolve(folder)
  const first = mkdirSync(path, { recursive: true, mode: 0o700 }) ?? path
  // `mode` says nothing about a folder that was there before.
  chmodSync(path, 0o700)
  // One that was there may be left by an engine that died before it could wait for the disk.
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

/** Makes an empty file, or keeps the one that is there, and closes it to other users before anything is in it. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/** Makes a rename or a new file in this folder survive a power failure. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** {@link syncFolder} without making the loop wait. */
export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
