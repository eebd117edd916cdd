import { createHash } from 'node:crypto'
import type { CallName } from '../../src/shared/contract'
import { AppError, toErrorData, type Reply } from '../../src/shared/result'
import type { LocatedFile } from '../../src/engine/locate'
import { contentOf } from '../../src/engine/store/blob-format'
import { documents } from '../../src/engine/store/schema'
import { fromSqlite } from '../../src/engine/store/sqlite-errors'
import { isSound, type Verdict } from '../../src/engine/verify'
import { lookingEngine } from './inspect'
import { openBooks } from './open-books'

export interface Look {
  /** Every answer that was given, by its question. */
  readonly answers: ReadonlyMap<string, string>
  /** Codes of everything that was refused or complained of. */
  readonly told: readonly string[]
}

async function hashOf(file: LocatedFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of contentOf(await file.open())) hash.update(part)
  return hash.digest('hex')
}

/** Opens books and asks everything the window would show: the list, every document, its files, the history, the check. */
export async function lookAtEverything(dataFolder: string): Promise<Look> {
  const answers = new Map<string, string>()
  const told: string[] = []
  const engine = lookingEngine(dataFolder)

  async function ask(name: CallName, input: object): Promise<unknown> {
    const reply = (await engine.call(name, input)) as Reply<unknown>
    if (!reply.ok) return void told.push(reply.error.code)
    answers.set(`${name} ${JSON.stringify(input)}`, JSON.stringify(reply.value))
    return reply.value
  }

  try {
    await openBooks(engine, { reads: false, posts: false })
    const list = { filter: {}, sort: {} }
    await ask('document.list', list)
    await ask('document.counts', {})
    await ask('settings.get', {})
    await ask('journal.list', { limit: 500 })
    const ids = engine.company().store.db.select({ id: documents.id }).from(documents).all()
    for (const { id } of ids) {
      await ask('document.get', { documentId: id })
      await ask('document.xml', { documentId: id })
      const file = await engine.locate(id, null)
      if (file) answers.set(`original ${id}`, await hashOf(file))
      else told.push('original not shown')
    }
    const verdict = (await engine.call('store.verify', {})) as Reply<Verdict>
    if (!verdict.ok) told.push(verdict.error.code)
    else if (!isSound(verdict.value)) told.push('check')
  } catch (thrown) {
    const error = fromSqlite(thrown)
    if (!(error instanceof AppError)) throw thrown
    told.push(toErrorData(error).code)
  } finally {
    await engine.close()
  }
  return { answers, told }
}
