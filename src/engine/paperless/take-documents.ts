import { and, asc, eq, lte } from 'drizzle-orm'
import type { PaperlessSelection } from '../../shared/paperless'
import { AppError, toErrorData } from '../../shared/result'
import { backOff } from '../http/back-off'
import { recordCalls } from '../http/record-calls'
import { ServerFailure } from '../http/server-failure'
import { newId } from '../store/new-id'
import { paperlessDocuments as links } from '../store/schema'
import { write } from '../store/write'
import type { Listed } from './answers'
import { forgetFailed, keepLink, newestLinks, type Link } from './links'
import type { Cursor } from './look-round'
import type { Paperless } from './paperless-api'
import { checkSelection, filterOf } from './select-documents'
import type { PaperlessSession } from './session'
import { takeDocument } from './take-document'

/** Downloads under way at once: archives often run on small machines. */
const atOnce = 4
/** So many documents failing one after the other speak against the server, not against them. */
const failuresInARow = 3

export interface Look {
  /** What was seen so far; undefined to look through everything. */
  readonly since: Cursor | undefined
}

/**
 * Takes in what the archive holds of the chosen kind and is not known yet, and notices changed files. All ids are
 * collected first: what happens to documents meanwhile would shift the pages.
 *
 * @returns the latest change and arrival seen, in the archive's own time; undefined before there was any
 * @throws ServerFailure when the archive cannot be talked to; what was taken until then stays
 */
export async function takeDocuments(session: PaperlessSession, { since }: Look): Promise<Cursor | undefined> {
  const { paperless, options } = session
  if (!options.take) return since
  if (since === undefined) await checkSelection(paperless, options.take)
  const listed = await listedSince(paperless, options.take, since)
  const all = [...listed, ...(await failedBefore(session, listed))]
  await session.checkpoint('listed')
  await takeListed(session, all)
  const latest = (at: 'modified' | 'added') =>
    Math.max(since?.[at] ?? 0, ...all.map(each => Date.parse(each[at])).filter(Number.isFinite))
  const seen = { modified: latest('modified'), added: latest('added') }
  return seen.added === 0 ? since : seen
}

/**
 * Tries again what could not be taken and is due, and nothing else.
 *
 * @throws like `takeDocuments`
 */
export async function takeFailed(session: PaperlessSession): Promise<void> {
  if (session.options.take) await takeListed(session, await failedBefore(session, []))
}

/** What changed and what came are two questions: a file put there today may bear an old date of change. */
async function listedSince(
  paperless: Paperless,
  selection: PaperlessSelection,
  since: Cursor | undefined,
): Promise<Listed[]> {
  if (since === undefined) return paperless.documents(filterOf(selection))
  const found = new Map<number, Listed>()
  for (const at of ['modified', 'added'] as const) {
    for (const each of await paperless.documents(filterOf(selection, { at, from: since[at] }))) found.set(each.id, each)
  }
  return [...found.values()]
}

async function takeListed(session: PaperlessSession, listed: readonly Listed[]): Promise<void> {
  const { store, server, signal } = session
  const known = newestLinks(
    store.db,
    server,
    listed.map(({ id }) => id),
  )
  const waiting = listed.filter(each => isNews(each, known.get(each.id)))
  let inARow = 0
  await inParallel(waiting, atOnce, async each => {
    if (signal.aborted) return
    try {
      await take(each)
      inARow = 0
    } catch (thrown) {
      if (!isAboutDocument(thrown)) throw thrown
      keepFailure(session, each, known.get(each.id), thrown)
      inARow++
      if (inARow >= failuresInARow) throw thrown
    }
  })
  function take(listed: Listed): Promise<void> {
    const work = () => takeDocument(session, listed, known.get(listed.id))
    const madeFor = () => {
      const documentId = newestLinks(store.db, server, [listed.id]).get(listed.id)?.documentId ?? null
      return { server: 'paperless', work: 'take', documentId, archiveId: listed.id } as const
    }
    return recordCalls(session, newId<string>(session.now()), madeFor, work)
  }
}

function isNews({ modified }: Listed, known: Link | undefined): boolean {
  return known === undefined || known.state === 'failed' || known.modified !== modified
}

/** Documents that could not be taken and are due again; the lists of what came or changed do not show them any more. */
async function failedBefore(
  { store, server, paperless, now, log }: PaperlessSession,
  listed: readonly Listed[],
): Promise<Listed[]> {
  const due = store.db
    .select({ id: links.archiveId })
    .from(links)
    .where(and(eq(links.server, server), eq(links.state, 'failed'), lte(links.runAfter, now())))
    .orderBy(asc(links.runAfter))
    .limit(100)
    .all()
    .filter(({ id }) => !listed.some(each => each.id === id))
  if (due.length === 0) return []
  const there = await paperless.documents({ ordering: 'id', id__in: due.map(({ id }) => id).join(',') })
  const gone = due.map(({ id }) => id).filter(id => !there.some(each => each.id === id))
  if (gone.length > 0) {
    // Deleted there, or shared no more: nothing was taken of it. Should it come back, it is found as any other.
    write(store, tx => forgetFailed(tx, server, gone))
    log.info({ archiveIds: gone }, 'documents that could not be taken are in the archive no more')
  }
  return there
}

/** A missing permission of the account, our own disk and a server that asked for peace concern every document. */
function isAboutDocument(thrown: unknown): boolean {
  if (thrown instanceof ServerFailure) {
    const { kind, waitMs } = thrown.facts
    return kind !== 'authentication' && waitMs === undefined && thrown.data.code !== 'paperless_permission_missing'
  }
  return thrown instanceof AppError && !thrown.data.code.startsWith('store_') && thrown.data.code !== 'engine_gone'
}

/** A document that was taken before stays taken: only its news could not be heard. */
function keepFailure(session: PaperlessSession, listed: Listed, known: Link | undefined, thrown: unknown): void {
  if (known && known.state !== 'failed') return
  const { store, server, now, random, log } = session
  const attempts = (known?.attempts ?? 0) + 1
  const error = toErrorData(thrown)
  const link = { server, archiveId: listed.id, checksum: '', documentId: null, state: 'failed', error } as const
  const more = { attempts, runAfter: now() + backOff(attempts, random) }
  write(store, tx => keepLink(tx, { ...link, title: listed.title, modified: listed.modified }, now(), more))
  log.warn({ archiveId: listed.id, code: error.code, attempts }, 'a document of the archive could not be taken')
}

/** Works through the rows, so many at a time; the first failure ends all. */
async function inParallel<T>(rows: readonly T[], size: number, work: (row: T) => Promise<void>): Promise<void> {
  const left = rows.values()
  const failures: unknown[] = []
  const hand = async () => {
    for (const row of left) {
      if (failures.length > 0) return
      await work(row).catch((thrown: unknown) => failures.push(thrown))
    }
  }
  await Promise.all(Array.from({ length: size }, hand))
  if (failures.length > 0) throw failures[0]
}
