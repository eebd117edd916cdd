import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { BackupRunning, BackupSettings, BackupStatus, BackupView } from '../../shared/backup'
import type { EpochMs } from '../../shared/ids'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import type { CompanyKey } from '../company-folders'
import type { EngineLog } from '../host'
import type { Announce } from '../queue/announcer'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { write } from '../store/write'
import { unattended } from '../unattended'
import type { RunBackupTask } from './backup-task'
import { backupFolder, backupsOn, besideBooks, shelfOf, type FoundBackup } from './places'

/** How often it is looked whether a backup is due, and how long after a failure it is tried again. In milliseconds. */
const lookEveryMs = 60_000
const retryAfterMs = 60 * 60_000
const hourMs = 60 * 60_000

export interface BackupParts {
  readonly store: Store
  readonly company: CompanyKey
  readonly dataFolder: string
  readonly madeBy: string
  readonly runTask: RunBackupTask
  settings(): BackupSettings
  now(): number
  readonly announce: Announce
  readonly log: EngineLog
}

/** A company's backups: on schedule and on demand. */
export interface Backups {
  start(): void
  status(): BackupStatus
  /**
   * Makes one now.
   *
   * @throws AppError `backup_running`, `backup_folder_gone`, `backup_no_room`, `store_damaged`, `backup_unsound` …
   */
  make(actor: string): Promise<BackupView>
  /** Waits for the one that is being made. */
  stop(): Promise<void>
}

export function createBackups(parts: BackupParts): Backups {
  const { store, company, dataFolder, settings, now, announce, log } = parts
  let running: BackupRunning | null = null
  let lastError: ErrorData | null = null
  let failedAt = 0
  let underWay: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const target = () => backupFolder(dataFolder)
  const found = () => backupsOn(shelfOf(target(), company))

  function nextAt(): number | null {
    const { everyHours } = settings()
    if (everyHours === 0) return null
    const newest = found()[0]?.manifest.madeAt ?? 0
    return Math.max(newest + everyHours * hourMs, failedAt === 0 ? 0 : failedAt + retryAfterMs)
  }

  async function make(actor: string): Promise<BackupView> {
    if (running) throw new AppError('backup_running', {}, 'later')
    running = { task: 'make', stage: 'store', bytes: 0, of: 1 }
    announce('backup.changed', {})
    const making = makeNow(actor)
    underWay = making.catch(() => undefined)
    try {
      return await making
    } finally {
      running = null
      announce('backup.changed', {})
    }
  }

  async function makeNow(actor: string): Promise<BackupView> {
    try {
      requireFolder(dataFolder)
      const made = await parts.runTask(
        'make',
        {
          company,
          companyFolder: store.folder,
          target: target(),
          madeBy: parts.madeBy,
          at: now() as EpochMs,
          keep: settings().keep,
          key: store.key,
        },
        progress => {
          running = { task: 'make', ...progress }
          announce('backup.changed', {})
        },
      )
      const { journalHead, madeAt } = made.manifest
      const params = { name: made.name, madeAt, sequence: journalHead.sequence, hash: journalHead.hash }
      tell(actor, 'backup.made', params)
      lastError = null
      failedAt = 0
      return viewOf(made)
    } catch (thrown) {
      lastError = toErrorData(thrown)
      failedAt = now()
      log.error({ err: thrown }, 'no backup could be made')
      tell(actor, 'backup.failed', { code: lastError.code })
      announce('backup.failed', {})
      throw thrown
    }
  }

  function tell(actor: string, kind: string, params: Record<string, string | number>): void {
    write(store, tx => {
      appendJournal(tx, { at: now() as EpochMs, actor, kind, documentId: null, params })
    })
  }

  function look(): void {
    const next = nextAt()
    if (running || next === null || next > now() || isEmpty(store)) return
    // What went wrong is kept for the screen and told in the log.
    make('engine').catch(() => undefined)
  }

  return {
    start() {
      // Made-up books need no backup of their own.
      if (company !== 'own') return
      timer = setInterval(unattended(log, 'whether a backup is due could not be looked up', look), lookEveryMs).unref()
    },
    status: () => ({
      ...statusOf(dataFolder, company),
      running,
      lastError,
      nextAt: company === 'own' ? nextAt() : null,
    }),
    make,
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

/** A disk that was unplugged leaves no folder: making one would fill the disk of the books. */
function requireFolder(dataFolder: string): void {
  const folder = backupFolder(dataFolder)
  if (folder === besideBooks(dataFolder) || existsSync(folder)) return
  throw new AppError('backup_folder_gone', { folder }, 'user')
}

function isEmpty({ db }: Store): boolean {
  return db.get<{ n: number }>(sql`SELECT EXISTS (SELECT 1 FROM documents) AS n`)?.n === 0
}

/** What there is of backups, whether or not the books can be opened. */
export function statusOf(dataFolder: string, company: CompanyKey): BackupStatus {
  const folder = backupFolder(dataFolder)
  const backups = backupsOn(shelfOf(folder, company)).map(viewOf)
  return { folder, isChosen: folder !== besideBooks(dataFolder), backups, running: null, lastError: null, nextAt: null }
}

export function viewOf({ name, manifest }: Pick<FoundBackup, 'name' | 'manifest'>): BackupView {
  const { madeAt, madeBy, company, companyName, conservation, store, originals, lost, journalHead, isSealed } = manifest
  const bytes = store.bytes + originals.bytes
  return {
    name,
    madeAt,
    madeBy,
    company,
    companyName,
    documents: conservation.received,
    bytes,
    lost: lost.length,
    journalHead,
    isSealed,
  }
}

/** @throws AppError `backup_not_found` */
export function backupNamed(dataFolder: string, company: CompanyKey, name: string): FoundBackup {
  const found = backupsOn(shelfOf(backupFolder(dataFolder), company)).find(backup => backup.name === name)
  if (!found) throw new AppError('backup_not_found', { name }, 'user')
  return found
}
