import { parentPort, workerData } from 'node:worker_threads'
import { toErrorData } from '../../shared/result'
import { runHere, type BackupTasks, type TaskKind, type ThreadMessage } from './backup-task'

// The thread that makes, checks and restores backups. Built to out/main/backup-thread.js; one piece of work, then it ends.

const { kind, input } = workerData as { kind: TaskKind; input: BackupTasks[TaskKind]['input'] }
const tell = (message: ThreadMessage) => parentPort?.postMessage(message)

try {
  tell({ done: await runHere()(kind, input as never, progress => tell({ progress })) })
} catch (thrown) {
  tell({ failed: toErrorData(thrown) })
}
