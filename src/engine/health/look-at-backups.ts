import { desc, inArray } from 'drizzle-orm'
import type { HealthFinding } from '../../shared/health'
import { backupFolder, backupsOn, shelfOf } from '../backup/places'
import type { CompanyKey } from '../company-folders'
import { conservation } from '../lists/counts'
import { journal } from '../store/schema'
import { readSettings } from '../store/settings'
import type { Reader } from '../store/write'

const hourMs = 60 * 60_000

export interface BackupsLookedAt {
  readonly dataFolder: string
  readonly company: CompanyKey
  readonly now: number
}

/** Books that hold documents need a backup no older than twice what was asked for, and a last try that succeeded. */
export function lookAtBackups(db: Reader, { dataFolder, company, now }: BackupsLookedAt): HealthFinding {
  const { everyHours } = readSettings(db).backups
  const backups = backupsOn(shelfOf(backupFolder(dataFolder), company))
  const lastAt = backups[0]?.manifest.madeAt ?? null
  const isNeeded = company === 'own' && everyHours > 0 && conservation(db).received > 0
  const isLate = isNeeded && (lastAt === null || lastAt < now - 2 * everyHours * hourMs)
  const lastTry = db
    .select({ kind: journal.kind })
    .from(journal)
    .where(inArray(journal.kind, ['backup.made', 'backup.failed']))
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get()
  const hasFailed = lastTry?.kind === 'backup.failed'
  const figures = {
    backups: backups.length,
    lastAt,
    lastTry: lastTry === undefined ? null : hasFailed ? 'failed' : 'made',
  }
  return { check: 'backup', verdict: isLate || hasFailed ? 'attention' : 'ok', figures }
}
