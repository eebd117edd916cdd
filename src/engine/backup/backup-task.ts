import { Worker } from 'node:worker_threads'
import type { BackupProgress } from '../../shared/backup'
import { AppError, type ErrorData } from '../../shared/result'
import { reachNothing, type Reach } from '../crash-points'
import { checkBackup, type HowThorough } from './check-backup'
import { makeBackup, type BackupMade, type BackupTask } from './make-backup'
import type { Manifest } from './manifest'
import { pruneBackups } from './prune-backups'
import { shelfOf } from './places'
import { restoreBackup, type Restored, type RestoreTask } from './restore-backup'
import { resealBooks, type ResealTask } from '../vault/reseal'

/** Work with backups: it waits for the disk in long pieces, so the engine has it done on a thread of its own. */
export interface BackupTasks {
  make: { readonly input: BackupTask & { readonly keep: number }; readonly output: BackupMade }
  check: {
    readonly input: { readonly folder: string; readonly shelf: string } & HowThorough
    readonly output: Manifest
  }
  restore: {
    readonly input: RestoreTask
    readonly output: Restored
  }
  /** Puts books into a vault, or takes them out. */
  reseal: { readonly input: ResealTask; readonly output: null }
}

export type TaskKind = keyof BackupTasks
type TellProgress = (progress: BackupProgress) => void

/** Does a piece of work with backups; throws what it throws. */
export type RunBackupTask = <K extends TaskKind>(
  kind: K,
  input: BackupTasks[K]['input'],
  progress: TellProgress,
) => Promise<BackupTasks[K]['output']>

type Work = {
  [K in TaskKind]: (
    input: BackupTasks[K]['input'],
    progress: TellProgress,
    reach: Reach,
  ) => Promise<BackupTasks[K]['output']>
}

const work: Work = {
  async make({ keep, ...task }, progress, reach) {
    const made = await makeBackup(task, progress, reach)
    pruneBackups(shelfOf(task.target, task.company), keep)
    return made
  },
  check: ({ folder, shelf, ...how }) => checkBackup(folder, shelf, how),
  restore: restoreBackup,
  async reseal(task, progress, reach) {
    await resealBooks(task, progress, reach)
    return null
  },
}

/** On this thread: in a terminal, where nobody waits for anything else, and in tests. */
export function runHere(reach: Reach = reachNothing): RunBackupTask {
  return (kind, input, progress) => work[kind](input, progress, reach)
}

export type ThreadMessage =
  { readonly progress: BackupProgress } | { readonly done: unknown } | { readonly failed: ErrorData }

/**
 * On a thread of its own.
 *
 * @param script path of the built `backup-thread.js`
 */
export function runInThread(script: string): RunBackupTask {
  return <K extends TaskKind>(kind: K, input: BackupTasks[K]['input'], progress: TellProgress) =>
    new Promise<BackupTasks[K]['output']>((resolve, reject) => {
      const thread = new Worker(script, { workerData: { kind, input } })
      thread.on('message', (message: ThreadMessage) => {
        if ('progress' in message) progress(message.progress)
        else if ('done' in message) resolve(message.done as BackupTasks[K]['output'])
        else reject(new AppError(message.failed.code, message.failed.params, message.failed.retry))
      })
      thread.on('error', reject)
      // After an answer this changes nothing.
      thread.on('exit', code => reject(new Error(`the backup thread ended without a word (${code})`)))
    })
}
