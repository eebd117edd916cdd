import { app, utilityProcess } from 'electron'
import { rename, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { FromEngine, ToEngine } from '../../shared/engine-control'
import { createWorkerProcesses } from '../worker-processes'
import { rehearsalSwitches, type RehearsalReport } from './rehearsal-report'

interface RehearsalPlan {
  readonly dataFolder: string
  readonly scratchFolder: string
  /** File the report is written to. */
  readonly report: string
}

/** Whether this program was started by an older version that wants to know if it may be installed; null when not. */
export function rehearsalPlan(): RehearsalPlan | null {
  const [dataFolder, scratchFolder, report] = [
    rehearsalSwitches.dataFolder,
    rehearsalSwitches.scratchFolder,
    rehearsalSwitches.report,
  ].map(name => app.commandLine.getSwitchValue(name))
  return dataFolder && scratchFolder && report ? { dataFolder, scratchFolder, report } : null
}

/** Rehearses, writes the report and ends the program. No window, no other instance is disturbed. */
export async function runRehearsal(plan: RehearsalPlan, resourcesFolder: string): Promise<void> {
  await app.whenReady()
  const report = await rehearsed(plan, resourcesFolder)
  await writeFile(`${plan.report}.part`, JSON.stringify(report), { mode: 0o600 })
  await rename(`${plan.report}.part`, plan.report)
  app.exit(0)
}

function rehearsed({ dataFolder, scratchFolder }: RehearsalPlan, resourcesFolder: string): Promise<RehearsalReport> {
  const engine = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], { serviceName: 'Quittance rehearsal' })
  const workers = createWorkerProcesses((message, ports) => engine.postMessage(message, ports))
  return new Promise(resolve => {
    engine.on('message', (message: FromEngine) => {
      if (message.type === 'start-worker') workers.start(message.workerId)
      if (message.type === 'kill-worker') workers.kill(message.workerId)
      if (message.type === 'rehearsed') resolve(message.reply)
    })
    engine.once('exit', () => resolve({ ok: false, error: { code: 'engine_gone', params: {}, retry: 'never' } }))
    engine.postMessage({
      type: 'rehearse',
      dataFolder,
      scratchFolder,
      resourcesFolder,
      version: app.getVersion(),
      workers: Math.max(1, availableParallelism() - 1),
    } satisfies ToEngine)
  })
}
