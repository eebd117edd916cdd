import electronUpdater, { type AppUpdater, type UpdateInfo } from 'electron-updater'
import { statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { AppError } from '../../shared/result'
import type { UpdateChannel } from '../../shared/update'
import { SignedFeed } from './signed-feed'

/** The package, what it is unpacked to for the rehearsal, and a little for everybody else. */
const spaceFactor = 3

export interface Downloads {
  /**
   * Asks for a newer version.
   * @returns its number; null when this is the newest
   * @throws AppError `update_unreachable`, `update_unsigned`, `update_wrong_signature`, `update_older`
   */
  look(channel: UpdateChannel): Promise<string | null>
  /**
   * Fetches what was found and compares it with the feed's SHA-512.
   * @returns path of the package
   * @throws AppError `update_no_space`, `update_damaged`, `update_unreachable`
   */
  fetch(onProgress: (share: number) => void): Promise<string>
  /** Ends the app and lets the system's own installer put the new version in place. */
  installBySystem(): void
}

/** @param feed address (https, or this machine) and the makers' public key */
export function createDownloads(feed: { readonly url: string; readonly publicKey: string }): Downloads {
  const updater = electronUpdater.autoUpdater
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  // What differs between two versions is put together from bytes of the old one: a package whole from the server is one
  // thing less to go wrong.
  updater.disableDifferentialDownload = true
  updater.logger = null
  updater.on('error', () => undefined)
  // It would send the server a number made for this machine.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedFeed, ...feed })
  let found: UpdateInfo | null = null

  return {
    async look(channel) {
      updater.channel = channel === 'stable' ? 'latest' : channel
      // Choosing a channel allows older versions; nobody asked for that.
      updater.allowDowngrade = false
      const result = await updater.checkForUpdates().catch(notFound)
      found = null
      if (!result) return null
      const { isUpdateAvailable, updateInfo } = result
      if (isOlder(updater, updateInfo)) throw new AppError('update_older', { version: updateInfo.version }, 'never')
      if (!isUpdateAvailable) return null
      found = updateInfo
      return updateInfo.version
    },
    async fetch(onProgress) {
      if (!found) throw new AppError('update_unreachable', {}, 'later')
      await requireSpace(found)
      const tell = ({ percent }: { readonly percent: number }) => onProgress(Math.min(1, percent / 100))
      updater.on('download-progress', tell)
      try {
        const [file] = await updater.downloadUpdate().catch(notFetched)
        if (file === undefined) throw new AppError('update_damaged', {}, 'later')
        return file
      } finally {
        updater.off('download-progress', tell)
      }
    },
    installBySystem: () => updater.quitAndInstall(true, true),
  }
}

function isOlder({ currentVersion }: AppUpdater, { version }: UpdateInfo): boolean {
  return currentVersion.compare(version) > 0
}

async function requireSpace({ files }: UpdateInfo): Promise<void> {
  const bytes = Math.max(0, ...files.map(({ size }) => size ?? 0))
  // Packages are kept in the user's cache folder.
  const { bavail, bsize } = await statfs(homedir())
  if (bavail * bsize < bytes * spaceFactor) throw new AppError('update_no_space', {}, 'user')
}

const unreachable = /ERR_(CONNECTION|INTERNET|NETWORK|NAME|ADDRESS|TIMED_OUT|PROXY|SSL|CERT)|ECONN|ENOTFOUND|ETIMEDOUT/

function notFound(thrown: unknown): never {
  throw thrown instanceof AppError ? thrown : new AppError('update_unreachable', {}, 'later', { cause: thrown })
}

/** What did not arrive as the feed says arrived damaged, whether a byte is wrong or the end is missing. */
function notFetched(thrown: unknown): never {
  const told = thrown instanceof Error ? `${'code' in thrown ? String(thrown.code) : ''} ${thrown.message}` : ''
  if (/ENOSPC/.test(told)) throw new AppError('update_no_space', {}, 'user', { cause: thrown })
  throw new AppError(unreachable.test(told) ? 'update_unreachable' : 'update_damaged', {}, 'later', { cause: thrown })
}
