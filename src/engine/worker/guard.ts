import { Worker } from 'node:worker_threads'

// Runs beside the document that may hang this process's own loop: nothing the loop does can hold it up.
const watch = `
  const { workerData } = require('node:worker_threads')
  const end = () => process.kill(process.pid, 'SIGKILL')
  const isOrphan = () => {
    if (process.ppid !== workerData.parent) return true
    try {
      process.kill(workerData.parent, 0)
      return false
    } catch (error) {
      // Windows keeps naming a parent that is gone.
      return error.code === 'ESRCH'
    }
  }
  setInterval(() => { if (process.memoryUsage.rss() > workerData.rssBytes) end() }, 50)
  setInterval(() => { if (isOrphan()) end() }, 500)
`

/**
 * Has a thread end this process as soon as whoever started it is gone, or it holds more memory than it may, even while a
 * document hangs its loop. The pool watches memory from outside as well, where the system lets it; a worker whose engine
 * was killed nobody else would ever end.
 *
 * @param rssBytes resident memory at which the process ends, somewhat above the pool's own limit
 */
export function guardThisProcess(rssBytes: number): void {
  const guard = new Worker(watch, { eval: true, workerData: { parent: process.ppid, rssBytes }, env: {} })
  guard.unref()
}
