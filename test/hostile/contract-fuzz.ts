import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { calls, type CallName } from '../../src/shared/contract'
import { journalHead } from '../../src/engine/store/journal'
import type { Store } from '../../src/engine/store/open'
import { answerPage } from '../../src/engine/page-port'
import { booksHash, filledEngine, knownIds } from './filled-engine'
import { hostileMessages, type HostileMessage } from './messages'

/** What became of the messages. */
export interface FuzzFigures {
  readonly messages: number
  /** Not let in by the contract; let in and failed; done. */
  readonly refused: number
  readonly failed: number
  readonly done: number
  readonly unanswered: number
  /** Replies that say that something happened which nobody foresaw. */
  readonly bugs: number
  readonly unhandledRejections: number
  /** Messages that changed the books though the contract does not let them in, or as a person though they failed. */
  readonly wrongChanges: number
  readonly polluted: boolean
  readonly p50Ms: number
  readonly p99Ms: number
  /** The same of those let in alone: the others cost next to nothing. */
  readonly p99LetInMs: number
  readonly slowestMs: number
  /** Calls that took longest, with their slowest answer. */
  readonly slowest: readonly (readonly [string, number])[]
  readonly callsReached: number
  readonly isIntact: boolean
  /** The first of what went wrong, for whoever looks into it. */
  readonly findings: readonly string[]
}

function isLetIn({ call, input }: HostileMessage): boolean {
  if (typeof call !== 'string' || !Object.hasOwn(calls, call)) return false
  return calls[call as CallName].input.safeParse(input ?? {}).success
}

/** As it crosses the port; `null` for what cannot be cloned and never leaves the page. */
function crossing(message: HostileMessage): HostileMessage | null {
  try {
    return structuredClone(message)
  } catch {
    return null
  }
}

function describe(message: HostileMessage): string {
  const write = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return `${String(message.call).slice(0, 60)} ${(JSON.stringify(message.input, write) ?? 'undefined').slice(0, 300)}`
}

/** Tells of one message whether it changed what it may not. */
function watchBooks(store: Store): (letIn: boolean) => boolean {
  const changes = store.raw.prepare('select total_changes()').pluck()
  const before = changes.get()
  const { sequence } = journalHead(store.db)
  return letIn => {
    if (!letIn) return changes.get() !== before
    // Documents are read and rules applied meanwhile; what a person decided can only have come from the message.
    const own = "select exists (select 1 from journal where sequence > ? and actor like 'person%')"
    return store.raw.prepare(own).pluck().get(sequence) === 1
  }
}

/**
 * Sends the real engine what a page that does not keep to the contract may send: first only what the contract refuses,
 * then everything mixed.
 *
 * @param seed the same seed makes the same messages
 */
export async function fuzzContract(messages: number, seed: number): Promise<FuzzFigures> {
  const { engine, dataFolder, errors } = await filledEngine()
  const rejections: unknown[] = []
  const onRejection = (reason: unknown) => void rejections.push(reason)
  process.on('unhandledRejection', onRejection)

  const arbitrary = hostileMessages({ ids: await knownIds(engine) })
  const times: number[] = []
  const timesLetIn: number[] = []
  const slowest = new Map<string, number>()
  const reached = new Set<string>()
  const findings: string[] = []
  const count = { refused: 0, failed: 0, done: 0, unanswered: 0, bugs: 0, wrongChanges: 0 }
  let id = 0

  async function send(message: HostileMessage): Promise<void> {
    const letIn = isLetIn(message)
    const { store } = engine.company()
    const isChanged = watchBooks(store)
    const from = performance.now()
    const answer = await answerPage(engine, { id: ++id, ...message })
    const ms = performance.now() - from
    const name = typeof message.call === 'string' ? message.call.slice(0, 40) : 'no call'
    times.push(ms)
    if (letIn) {
      timesLetIn.push(ms)
      reached.add(name)
    }
    slowest.set(name, Math.max(slowest.get(name) ?? 0, ms))
    if (!answer || !('reply' in answer)) {
      count.unanswered++
      findings.push(`unanswered: ${describe(message)}`)
      return
    }
    const { reply } = answer
    count[reply.ok ? 'done' : letIn ? 'failed' : 'refused']++
    if (!reply.ok && reply.error.code === 'bug') {
      count.bugs++
      findings.push(`bug: ${describe(message)} ${errors.at(-1) ?? ''}`)
    }
    if (reply.ok && letIn) return
    // Another company's books may be open by now: a switch that is allowed.
    if (engine.company().store !== store || !isChanged(letIn)) return
    count.wrongChanges++
    findings.push(`changed the books: ${describe(message)}`)
  }

  const hashAtFirst = booksHash(engine.company().store)
  const batch = 500
  let sent = 0
  for (let round = 0; sent < messages; round++) {
    const isOnlyRefused = sent < messages / 2
    const drawn = fc.sample(arbitrary, { numRuns: batch, seed: seed + round })
    const chosen = isOnlyRefused ? drawn.filter(message => !isLetIn(message)) : drawn
    for (const message of chosen.slice(0, messages - sent)) {
      const crossed = crossing(message)
      if (crossed === null) continue
      await send(crossed)
      sent++
    }
    if (isOnlyRefused && booksHash(engine.company().store) !== hashAtFirst) {
      count.wrongChanges++
      findings.push(`the books changed under refused messages of round ${round}`)
    }
  }

  await engine.ask('company.open', { key: 'own' })
  const verdict = await engine.ask('store.verify', {})
  await engine.close()
  // What was refused late is still heard of.
  await new Promise(resolve => setTimeout(resolve, 50))
  process.off('unhandledRejection', onRejection)
  rmSync(dataFolder, { recursive: true, force: true })
  for (const reason of rejections)
    findings.push(`unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`)

  return {
    messages: sent,
    ...count,
    unhandledRejections: rejections.length,
    polluted: 'polluted' in {},
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    p99LetInMs: quantile(timesLetIn, 0.99),
    slowestMs: quantile(times, 1),
    slowest: [...slowest]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([name, ms]) => [name, Math.round(ms)] as const),
    callsReached: reached.size,
    isIntact: verdict.journalIntact && verdict.databaseIntact && verdict.conservation.isBalanced,
    findings: findings.slice(0, 40),
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return Math.round(value * 100) / 100
}

/** Whether nothing went wrong, time aside. */
export function withstood(figures: FuzzFigures): boolean {
  const { unanswered, bugs, unhandledRejections, wrongChanges, polluted, isIntact } = figures
  return unanswered + bugs + unhandledRejections + wrongChanges === 0 && !polluted && isIntact
}
