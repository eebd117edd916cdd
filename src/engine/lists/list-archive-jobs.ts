import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import type { JobState, JobView } from '../../shared/ledger'
import type { ArchiveWork } from '../paperless/archive-work'
import { readPaperless } from '../paperless/connection'
import { documents, paperlessDocuments as links, paperlessUploads as uploads } from '../store/schema'
import type { Reader } from '../store/write'

const isToWrite = and(eq(links.state, 'taken'), gt(links.writeWanted, links.writeDone))
/** Of documents there: what could not be taken, and what is to be written back. What was written leaves no job behind. */
const onLinks: Readonly<Partial<Record<JobState, Readonly<Partial<Record<'take' | 'write_back', SQL | undefined>>>>>> =
  {
    waiting: { write_back: and(isToWrite, isNull(links.writeError)) },
    failed: { take: eq(links.state, 'failed'), write_back: and(isToWrite, isNotNull(links.writeError)) },
    set_aside: { write_back: and(isNotNull(links.writeError), lte(links.writeWanted, links.writeDone)) },
  }
const unfinished = inArray(uploads.state, ['pending', 'sent', 'waiting'])
const onUploads: Readonly<Partial<Record<JobState, SQL | undefined>>> = {
  waiting: and(eq(uploads.state, 'pending'), isNull(uploads.error)),
  running: and(inArray(uploads.state, ['sent', 'waiting']), isNull(uploads.error)),
  failed: and(unfinished, isNotNull(uploads.error)),
  set_aside: eq(uploads.state, 'refused'),
}

interface Listed {
  readonly at: number
  readonly view: JobView
}

/** The work with the connected archive in one state: taking in, writing back, storing there. */
export function listArchiveJobs(reader: Reader, state: JobState, limit: number): Listed[] {
  const server = readPaperless(reader)?.url
  if (server === undefined) return []
  return [
    ...linkJobs(reader, server, 'take', state, limit),
    ...linkJobs(reader, server, 'write_back', state, limit),
    ...uploadJobs(reader, state, limit),
  ]
}

export function countArchiveJobs(reader: Reader, state: JobState): number {
  const server = readPaperless(reader)?.url
  if (server === undefined) return 0
  const counted = (['take', 'write_back'] as const).map(step => {
    const where = onLinks[state]?.[step]
    if (!where) return 0
    const row = reader
      .select({ n: count() })
      .from(links)
      .where(and(eq(links.server, server), where))
      .get()
    return row?.n ?? 0
  })
  const where = onUploads[state]
  const stored = where && reader.select({ n: count() }).from(uploads).where(where).get()
  return counted.reduce((sum, each) => sum + each, stored?.n ?? 0)
}

/** Which work jobs of this list stand for. */
export function archiveWork(ids: readonly string[]): ArchiveWork {
  const of = (step: string) => ids.flatMap(id => (id.startsWith(`${step}:`) ? [id.slice(step.length + 1)] : []))
  return {
    taking: of('take').map(Number),
    writing: of('write_back') as DocumentId[],
    uploading: of('upload') as DocumentId[],
  }
}

function linkJobs(
  reader: Reader,
  server: string,
  step: 'take' | 'write_back',
  state: JobState,
  limit: number,
): Listed[] {
  const where = onLinks[state]?.[step]
  if (!where) return []
  const isTaking = step === 'take'
  return reader
    .select({ link: links, intakeNumber: documents.intakeNumber })
    .from(links)
    .leftJoin(documents, eq(documents.id, links.documentId))
    .where(and(eq(links.server, server), where))
    .orderBy(desc(isTaking ? links.runAfter : links.writeAfter), desc(links.archiveId))
    .limit(limit)
    .all()
    .map(({ link, intakeNumber }) => ({
      at: isTaking ? link.runAfter : link.writeAfter,
      view: archiveJob(state, {
        id: `${step}:${isTaking ? link.archiveId : (link.documentId ?? '')}`,
        step,
        documentId: link.documentId,
        intakeNumber,
        name: link.title,
        attempts: isTaking ? link.attempts : link.writeAttempts,
        runAfter: isTaking ? link.runAfter : link.writeAfter,
        error: isTaking ? link.error : link.writeError,
        canCancel: true,
      }),
    }))
}

function uploadJobs(reader: Reader, state: JobState, limit: number): Listed[] {
  const where = onUploads[state]
  if (!where) return []
  return reader
    .select({ upload: uploads, intakeNumber: documents.intakeNumber, name: documents.fileName })
    .from(uploads)
    .innerJoin(documents, eq(documents.id, uploads.documentId))
    .where(where)
    .orderBy(desc(uploads.createdAt), desc(uploads.documentId))
    .limit(limit)
    .all()
    .map(({ upload, intakeNumber, name }) => ({
      at: Math.max(upload.runAfter, upload.createdAt),
      view: archiveJob(state, {
        id: `upload:${upload.documentId}`,
        step: 'upload',
        documentId: upload.documentId,
        intakeNumber,
        name,
        attempts: upload.attempts,
        runAfter: upload.runAfter,
        error: upload.error,
        // What may have left this machine is not taken back.
        canCancel: upload.state === 'refused' || (upload.state === 'pending' && upload.sentAt === null),
      }),
    }))
}

type Known = Omit<JobView, 'lane' | 'state' | 'finishedAt' | 'canRetry'>

function archiveJob(state: JobState, known: Known): JobView {
  return {
    ...known,
    lane: 'archive',
    state,
    runAfter: state === 'waiting' || state === 'failed' ? known.runAfter : null,
    finishedAt: null,
    canRetry: state === 'failed' || state === 'set_aside',
  }
}
