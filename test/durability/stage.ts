import Database from 'better-sqlite3'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/engine/store/migrate'
import { migrations } from '../../src/engine/store/migrations/index'
import { storeFile } from '../../src/engine/store/open'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { makeCfdi } from '../made-invoices'
import { buildProgram } from './build-program'
import { couldNotOpen, parseAcks, type Ack, type Life, type UsableMessage } from './life'

/** How one life ended. */
export interface Ended {
  readonly wasKilled: boolean
  /** False when its books could not be opened, and a person was told why. */
  readonly couldOpen: boolean
  /** Null when it could never be asked anything. */
  readonly usable: Usable | null
}

/** What it took from the start of a process until its engine could be asked something, in milliseconds. */
export interface Usable {
  /** By the clock. */
  readonly ms: number
  /** Of the processor, by this process. */
  readonly cpuMs: number
}

export interface Circumstances {
  /** Killed so long after it could be used, in milliseconds; never when left out. */
  readonly killAfterMs?: number
  /** Variables of the engine's process, beside those of this one. */
  readonly environment?: NodeJS.ProcessEnv
}

/** A data folder, documents to come, a ledger that outlives every engine, and engines one after the other. */
export interface Stage {
  readonly dataFolder: string
  readonly standIn: StandIn
  /** Puts so many more documents where the next life finds them. */
  bring(documents: number): void
  /** Lays books of some releases ago there, as another program would leave them: migrated and tagged when opened. */
  layOlderBooks(): void
  live(changes?: Partial<Life>, circumstances?: Circumstances): Promise<Ended>
  readonly acksFile: string
  acks(): Ack[]
  readonly brought: number
  close(): Promise<void>
}

const releasesAgo = 3

/** Far beyond what a life needs on a busy machine. */
const hangsAfterMs = 300_000

/** What a life may need before the ledger may be asked about a request that was under way: it waits that long. */
const silenceAfterCrashMs = 20_000

export async function openStage(): Promise<Stage> {
  const program = await buildProgram('workday')
  const folder = mkdtempSync(join(tmpdir(), 'quittance-durability-'))
  const [dataFolder, incoming, acksFile] = ['data', 'incoming', 'acks'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(incoming)
  writeFileSync(acksFile, '')
  const standIn = await startStandIn()
  let brought = 0
  let lives = 0

  return {
    dataFolder,
    acksFile,
    standIn,
    get brought() {
      return brought
    },
    bring(documents) {
      for (const last = brought + documents; brought < last;) {
        brought += 1
        writeFileSync(join(incoming, `${String(brought).padStart(5, '0')}.xml`), makeCfdi(brought))
      }
    },
    layOlderBooks() {
      const own = join(dataFolder, 'own')
      mkdirSync(own, { recursive: true })
      const raw = new Database(join(own, storeFile))
      migrate(raw, ':memory:', migrations.slice(0, -releasesAgo))
      raw.close()
    },
    acks: () => parseAcks(readFileSync(acksFile, 'utf8')),
    async live(changes = {}, { killAfterMs, environment = {} } = {}) {
      const life: Life = {
        dataFolder,
        incoming,
        acks: acksFile,
        ledger: { url: standIn.url, apiKey: standIn.apiKey },
        dieAt: null,
        // Nobody has the patience to wait in a test: the next life simply begins later.
        aheadMs: lives++ * silenceAfterCrashMs,
        tellsMoments: false,
        isCareless: false,
        changesVault: false,
        ...changes,
      }
      const startedAt = performance.now()
      const child = fork(program, [JSON.stringify(life)], {
        execArgv: [],
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      let complaint = ''
      let isTooLong = false
      const limit = setTimeout(() => {
        isTooLong = true
        child.kill('SIGKILL')
      }, hangsAfterMs)
      child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
      let usable: Usable | null = null
      child.once('message', message => {
        const { cpuMs } = message as UsableMessage
        usable = { ms: performance.now() - startedAt, cpuMs }
        if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
      })
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
      clearTimeout(limit)
      if (signal === null && code !== 0 && code !== couldNotOpen)
        throw new Error(`a life ended with ${String(code)}: ${complaint}`)
      if (isTooLong) throw new Error('a life that was to end by itself hangs')
      return { wasKilled: signal !== null, couldOpen: code !== couldNotOpen, usable }
    },
    async close() {
      await standIn.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
