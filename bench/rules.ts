import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { holdForAll, tryOnHistory } from '../src/engine/automation/history-trial'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { openStore } from '../src/engine/store/open'
import { vendors } from '../src/engine/store/schema'
import type { Condition } from '../src/shared/automation'
import { describeMachine } from './parts/machine'
import { fillBooks } from './parts/made-up-books'

// How long a rule is tried on everything received, and how long others wait meanwhile: npm run bench -- rules
const documents = Number(process.env['DOCUMENTS'] ?? 100_000)

const folder = mkdtempSync(join(tmpdir(), 'quittance-rules-'))
try {
  fillBooks(folder, documents, { vendors: 1000, resolvedEvery: 5 })
  const store = openStore(folder)
  const [vendor] = store.db.select({ id: vendors.id }).from(vendors).limit(1).all()
  const ctx = { settings: { homeCurrency: 'MXN' }, chart: loadChart('resources', 'sat') }
  const rules: Record<string, Condition[]> = {
    everything: [],
    vendor: vendor ? [{ on: 'vendor', vendorIds: [vendor.id] }] : [],
    issue: [{ on: 'issue', keys: ['total_mismatch'] }],
    total: [{ on: 'total', is: 'at_least', amount: '1', currency: 'MXN' }],
  }
  const results: Record<string, unknown> = {}
  for (const [name, conditions] of Object.entries(rules)) {
    const body = { name, conditions, actions: [{ do: 'reject', reason: 'tried' } as const] }
    const tried = await measured(() => tryOnHistory(store.db, body, ctx))
    const stop = new AbortController()
    const stopped = await measured(() =>
      tryOnHistory(store.db, body, ctx, { signal: stop.signal, tell: () => stop.abort() }),
    )
    const { value: holds, ...limits } = await measured(() => holdForAll(store.db, conditions, ctx))
    const { value, ...trial } = tried
    results[name] = {
      trial: { ...trial, documents: value.documents, matched: value.matched, wouldChange: value.wouldChange },
      stopped: { ms: stopped.ms, documents: stopped.value.documents },
      isAboutEverything: { ...limits, holds },
    }
  }
  console.log(JSON.stringify({ machine: describeMachine(), documents, results }, null, 2))
  store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Wall time, processor time and the longest that anybody else had to wait for a turn, in milliseconds. */
async function measured<T>(work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const value = await work()
  const ms = Math.round(performance.now() - startedAt)
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  return { value, ms, cpuMs: Math.round((user + system) / 1000), longestWaitMs: Math.round(delay.max / 1e6) }
}
