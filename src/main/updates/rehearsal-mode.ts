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
  /** The key of the books is told on standard input. */
  readonly hasKey: boolean
}

/** Whether this program was started by an older version that wants to know if it may be installed; null when not. */
export function rehearsalPlan(): RehearsalPlan | null {
  const [dataFolder, scratchFolder, report] = [
    rehearsalSwitches.dataFolder,
    rehearsalSwitches.scratchFolder,
    rehearsalSwitches.report,
  ].map(name => app.commandLine.getSwitchValue(name))
  return dataFolder && scratchFolder && report
    ? { dataFolder, scratchFolder, report, hasKey: app.commandLine.hasSwitch(rehearsalSwitches.key) }
    : null
}

/** Rehearses, writes the report and ends the program. No window, no other instance is disturbed. */
export async function runRehearsal(plan: RehearsalPlan, resourcesFolder: string): Promise<void> {
  try {
    await app.whenReady()
    const key = plan.hasKey ? await readKey() : null
    const report = await rehearsed(plan, resourcesFolder, key)
    await writeFile(`${plan.report}.part`, JSON.stringify(report), { mode: 0o600 })
    await rename(`${plan.report}.part`, plan.report)
    app.exit(0)
  } catch {
    // Whoever started it waits for its end. Without a report there is nothing to tell: a full disk, say.
    app.exit(1)
  }
}

async function readKey(): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part)
  return new Uint8Array(Buffer.from(Buffer.concat(parts).toString('latin1'), 'base64'))
}

function rehearsed(
  { dataFolder, scratchFolder }: RehearsalPlan,
  resourcesFolder: string,
  key: Uint8Array | null,
): Promise<RehearsalReport> {
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
      key,
      version: app.getVersion(),
      workers: Math.max(1, availableParallelism() - 1),
    } satisfies ToEngine)
  })
}
