import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import type { ToEngine } from '../shared/engine-control'

const memoryEveryMs = 100

/** Document workers on behalf of the engine: only main can start utility processes. */
export interface WorkerProcesses {
  start(workerId: number): void
  kill(workerId: number): void
  close(): void
}

/** Each worker speaks with the engine over a port of its own; main only starts, watches and kills. */
export function createWorkerProcesses(tell: (message: ToEngine, ports?: MessagePortMain[]) => void): WorkerProcesses {
  const living = new Map<number, UtilityProcess>()

  // Linux shows a process's memory in /proc, where the engine looks itself; elsewhere Chromium's metrics tell.
  const watch =
    process.platform === 'linux'
      ? null
      : setInterval(() => {
          if (living.size === 0) return
          const byPid = new Map(app.getAppMetrics().map(metric => [metric.pid, metric.memory.workingSetSize * 1024]))
          const bytes = Object.fromEntries(
            [...living.values()].flatMap(child => (child.pid ? [[child.pid, byPid.get(child.pid) ?? 0]] : [])),
          )
          tell({ type: 'worker-memory', bytes })
        }, memoryEveryMs)

  function kill(child: UtilityProcess): void {
    if (child.pid) endAtOnce(child.pid)
    else child.kill()
  }

  return {
    start(workerId) {
      const child = utilityProcess.fork(join(import.meta.dirname, 'document-worker.js'), [], {
        serviceName: 'Quittance document worker',
        // Nothing of the environment is any of a parser's business.
        env: {},
      })
      living.set(workerId, child)
      child.on('exit', () => {
        living.delete(workerId)
        tell({ type: 'worker-exited', workerId })
      })
      child.on('spawn', () => {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage({ type: 'port' }, [port1])
        tell({ type: 'worker-started', workerId, pid: child.pid ?? null }, [port2])
      })
    },
    kill(workerId) {
      const child = living.get(workerId)
      if (child) kill(child)
    },
    close() {
      if (watch) clearInterval(watch)
      for (const child of living.values()) kill(child)
      living.clear()
    },
  }
}

/** A parser in an endless loop hears no other signal. One that just died by itself needs none. */
function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (thrown) {
    const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH'
    if (!isGone) throw thrown
  }
}
