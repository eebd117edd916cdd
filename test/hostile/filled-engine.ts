import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Store } from '../../src/engine/store/open'
import { drained } from '../engine-on-disk'
import { someEngine, someHost, type TestEngine } from '../engine/some-engine'

// Started at the top of the checkout; a bundled measurement lies elsewhere itself.
const resourcesFolder = join(process.cwd(), 'resources')

export interface FilledEngine {
  readonly engine: TestEngine
  readonly dataFolder: string
  /** What the engine logged as an error, with the place it came from. */
  readonly errors: readonly string[]
}

/** The real engine over books on the disk that hold the read samples. Nobody listens where it would send anything. */
export async function filledEngine(): Promise<FilledEngine> {
  const errors: string[] = []
  const error = (fields: Record<string, unknown>, message: string) => {
    const thrown = fields['err']
    errors.push(`${message} ${String(fields['what'])}: ${thrown instanceof Error ? thrown.stack?.slice(0, 500) : ''}`)
  }
  const log = { info: () => undefined, warn: () => undefined, error }
  const host = someHost({ log, resourcesFolder, outsideModelAddress: 'http://127.0.0.1:9' })
  const engine = someEngine(host)
  await engine.start({ reads: true, posts: false })
  await engine.take([join(resourcesFolder, 'samples')], 'drop')
  await drained(engine)
  return { engine, dataFolder: host.dataFolder, errors }
}

/** Identifiers of what is really there: documents, their lines and their issues. */
export async function knownIds(engine: TestEngine): Promise<string[]> {
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  const views = await Promise.all(documentIds.map(documentId => engine.ask('document.get', { documentId })))
  const within = views.flatMap(({ issues, invoice }) => [...issues, ...(invoice?.lines ?? [])])
  return [...documentIds, ...within.map(({ id }) => id)]
}

/** Hash over every row of every table. */
export function booksHash({ raw }: Store): string {
  const hash = createHash('sha256')
  const tables = raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  for (const table of tables) {
    hash.update(table)
    const rows = raw.prepare(`select * from "${table}"`).raw().all()
    // In an order of their own content: the same rows give the same hash.
    for (const row of rows.map(row => JSON.stringify(row)).sort()) hash.update(row)
  }
  return hash.digest('hex')
}
