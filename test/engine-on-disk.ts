import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../src/shared/contract'
import { createEngine, type Engine } from '../src/engine/engine'
import { forkWorkers } from '../src/engine/worker/child-process'

// Tests and measurements are started at the top of the checkout; a bundled measurement lies elsewhere itself.
const root = process.cwd()
export const workerScript = join(root, 'out', 'main', 'document-worker.js')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The real engine with real document workers on a folder of the disk; no window. Needs a built `out/`. */
export function engineOn(dataFolder: string, workers = 2): Engine {
  if (!existsSync(workerScript)) throw new Error('build first: the document worker is a program of its own')
  return createEngine({
    dataFolder,
    resourcesFolder: join(root, 'resources'),
    version: 'test',
    workers,
    startWorker: forkWorkers(workerScript),
    now: Date.now,
    random: Math.random,
    keyStore: { seal: secret => Promise.resolve(secret), open: sealed => Promise.resolve(sealed) },
    log: silent,
  })
}

/** Asks as the page would; an error fails the test. */
export async function ask<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await engine.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as Output<N>
}

/** Resolves when nothing waits and nothing runs. */
export async function drained(engine: Engine): Promise<void> {
  for (;;) {
    const { progress } = await ask(engine, 'document.counts', {})
    if (progress.waiting + progress.running === 0) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
