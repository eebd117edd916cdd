import { AppError, toErrorData } from '../../shared/result'
import { backOff } from '../http/back-off'
import { recordCalls } from '../http/record-calls'
import { isConnectionTrouble, ServerFailure } from '../http/server-failure'
import { onRoadOf } from '../on-road'
import { newId } from '../store/new-id'
import { paperlessDocuments as links } from '../store/schema'
import { write } from '../store/write'
import { nextToWrite, ofLink, type Link } from './links'
import type { PaperlessSession } from './session'
import { writeBack } from './write-back'

/** A refusal may rest on an id remembered too long: it is asked anew once before a person hears of it. */
const triesBeforeRefused = 2

/**
 * Writes back what is due, one document after the other. What the archive will not take waits for a person, with the
 * reason, and the next one follows; trouble on the way there ends the run.
 *
 * @throws ServerFailure when the archive cannot be talked to; every row is left where it can go on
 */
export async function runWrites(session: PaperlessSession, force: boolean): Promise<void> {
  const { store, server, now, signal, announce } = session
  let link: Link | undefined
  for (;;) {
    if (signal.aborted) return
    link = nextToWrite(store.db, server, { now: now(), force, after: link })
    if (!link) return
    const taken = link
    const { documentId, archiveId } = taken
    const work = () => writeBack(session, taken)
    const madeFor = () => ({ server: 'paperless', work: 'write_back', documentId, archiveId }) as const
    try {
      await recordCalls(session, newId<string>(now()), madeFor, () =>
        documentId === null ? work() : onRoadOf(documentId, work),
      )
      settle(session, link, { writeDone: link.writeWanted, writeAttempts: 0, writeError: null })
      await session.checkpoint('written_back')
    } catch (thrown) {
      putOff(session, link, thrown)
      if (isConnectionTrouble(thrown) || isOurs(thrown)) throw thrown
    } finally {
      announce('paperless.changed', {})
    }
  }
}

function putOff(session: PaperlessSession, link: Link, thrown: unknown): void {
  // What cannot be written down cannot be settled: the row stays as the disk has it.
  if (isOurs(thrown) || session.signal.aborted) return
  const { now, random, known, log } = session
  const writeError = toErrorData(thrown)
  const writeAttempts = link.writeAttempts + 1
  known.tags.clear()
  known.correspondents.clear()
  known.fields.clear()
  const isStale = writeError.code === 'paperless_refused' && writeAttempts < triesBeforeRefused
  const isRefused =
    writeError.retry !== 'later' && !isConnectionTrouble(thrown) && !isStale && writeError.code !== 'bug'
  const asked = thrown instanceof ServerFailure ? thrown.facts.waitMs : undefined
  const writeAfter = now() + (asked ?? backOff(writeAttempts, random))
  // Refused: nothing waits any more until a person asks, or decides anew.
  settle(session, link, {
    writeError,
    writeAttempts,
    ...(isRefused ? { writeDone: link.writeWanted } : { writeAfter }),
  })
  const stack = writeError.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
  log.warn(
    {
      documentId: link.documentId,
      archiveId: link.archiveId,
      code: writeError.code,
      writeAttempts,
      isRefused,
      ...stack,
    },
    'write-back put off',
  )
}

function settle({ store }: PaperlessSession, link: Link, values: Partial<Link>): void {
  write(store, tx => tx.update(links).set(values).where(ofLink(link)).run())
}

/** Our own disk: nothing can go on. */
function isOurs(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.data.code.startsWith('store_')
}
