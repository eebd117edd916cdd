import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newKeyPair } from '../../scripts/sign-feed.mjs'
import { packageUnderTest } from './package'
import { startFeed, type UpdateFeed } from './update-feed'
import { makeVersion, type MadeVersion } from './versions'

/** A version to install and the one after it, whose database has one table more, with a feed on this machine. */
export interface Releases {
  readonly folder: string
  readonly feed: UpdateFeed
  readonly makers: ReturnType<typeof newKeyPair>
  readonly installed: MadeVersion
  readonly next: MadeVersion
  close(): Promise<void>
}

export async function makeReleases(): Promise<Releases> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-updates-'))
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache')
  const makers = newKeyPair()
  const feed = await startFeed(join(folder, 'feed'))
  const own = { url: feed.url, publicKey: makers.publicKey }
  const migration = 'CREATE TABLE only_in_next (id TEXT PRIMARY KEY) STRICT'
  return {
    folder,
    feed,
    makers,
    installed: await makeVersion(packageUnderTest(), folder, { version: '0.1.0', feed: own }),
    next: await makeVersion(packageUnderTest(), folder, { version: '0.2.0', feed: own, migration }),
    async close() {
      await feed.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The image as a person keeps it: one file, replaced by every update. */
export function install(dataFolder: string, { image }: MadeVersion): string {
  const program = join(dataFolder, 'Quittance.AppImage')
  copyFileSync(image, program)
  return program
}
