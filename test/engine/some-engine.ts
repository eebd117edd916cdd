import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, EventName, Input, Output } from '../../src/shared/contract'
import type { Reply } from '../../src/shared/result'
import { createEngine, type Engine } from '../../src/engine/engine'
import type { EngineHost } from '../../src/engine/host'
import { inProcessWorkers } from './in-process-worker'

export const resourcesFolder = join(import.meta.dirname, '../../resources')
export const samples = join(resourcesFolder, 'samples')

/** What a test's engine lives on: a fresh data folder, real time, workers without processes, a key store that only wraps. */
export function someHost(changes: Partial<EngineHost> = {}): EngineHost {
  return {
    dataFolder: mkdtempSync(join(tmpdir(), 'quittance-engine-')),
    resourcesFolder,
    version: '0.0.0-test',
    startWorker: inProcessWorkers,
    workers: 2,
    now: Date.now,
    random: Math.random,
    keyStore: {
      seal: secret => Promise.resolve(`sealed ${secret}`),
      open: sealed => Promise.resolve(sealed.replace('sealed ', '')),
    },
    log: { info: () => undefined, warn: () => undefined, error: (fields, message) => console.error(message, fields) },
    ...changes,
  }
}

export interface TestEngine extends Engine {
  readonly told: { event: EventName; data: unknown }[]
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
}

export function someEngine(host: EngineHost): TestEngine {
  const engine = createEngine(host)
  const told: TestEngine['told'] = []
  engine.on((event, data) => void told.push({ event, data }))
  return {
    ...engine,
    told,
    async ask(name, input) {
      const reply = (await engine.call(name, input)) as Reply<Output<typeof name>>
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
  }
}

/** What must be there for the test to mean anything. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a value')
  return value
}
