import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { EpochMs } from '../../shared/ids'
import { worstOf, type Health, type HealthFinding } from '../../shared/health'
import { AppError } from '../../shared/result'
import type { CompanyKey } from '../company-folders'
import { intakeLimits } from '../intake/limits'
import { lookInto } from '../store/look-into'
import type { BooksKey } from '../store/books-key'
import { storeFile } from '../store/open'
import { hasVault } from '../vault/vault'
import { lookAtBackups } from './look-at-backups'
import { lookAtBooks } from './look-at-books'
import { lookAtKeys } from './look-at-keys'
import { lookAtNetwork } from './look-at-network'

/** Below this much room somebody should look, before nothing can be taken in any more. */
const littleRoomBytes = 1024 * 1024 * 1024

export interface HealthParts {
  readonly dataFolder: string
  readonly company: CompanyKey
  /** The company's folder. */
  readonly folder: string
  readonly now: EpochMs | number
  /** Bytes of room where the books lie, when the file system is not to be asked itself. */
  readonly freeBytes?: () => Promise<number>
  /** Of books in a vault. */
  readonly key?: BooksKey | null
}

/** Looks at books and machine beside whoever works on them; changes nothing. What cannot be looked at is a finding. */
export async function lookAtHealth(parts: HealthParts): Promise<Health> {
  const findings = [...(await lookAtStore(parts)), ...(await lookAtDisk(parts))]
  return { verdict: worstOf(findings), findings }
}

async function lookAtStore({ folder, dataFolder, company, now, key = null }: HealthParts): Promise<HealthFinding[]> {
  if (!existsSync(join(folder, storeFile))) return [noStore('no_books')]
  if (key === null && hasVault(folder)) return [noStore('vault_locked')]
  try {
    return await lookInto(folder, key, async books => [
      ...(await lookAtBooks(books, now)),
      lookAtBackups(books.db, { dataFolder, company, now }),
      lookAtKeys(books.db),
      lookAtNetwork(books.db, dataFolder, now),
    ])
  } catch (thrown) {
    if (thrown instanceof AppError) return [noStore(thrown.data.code)]
    throw thrown
  }
}

function noStore(code: string): HealthFinding {
  // An update that was not opened yet is no damage, nor is a machine without books, or with books that are locked away.
  const isHarmless = ['no_books', 'store_not_migrated', 'store_busy', 'vault_locked'].includes(code)
  return { check: 'store', verdict: isHarmless ? 'attention' : 'broken', figures: { code } }
}

async function lookAtDisk({ dataFolder, freeBytes }: HealthParts): Promise<HealthFinding[]> {
  if (!freeBytes && !existsSync(dataFolder)) return []
  const free = await (freeBytes ?? (() => freeBytesIn(dataFolder)))()
  const verdict = free < intakeLimits.freeBytes ? 'broken' : free < littleRoomBytes ? 'attention' : 'ok'
  return [{ check: 'disk', verdict, figures: { freeBytes: free } }]
}

async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
