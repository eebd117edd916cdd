import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../../shared/ids'
import { documents, documentWork, outbox, stepRuns } from '../../store/schema'
import type { Reader } from '../../store/write'

/** One stretch of a document's way. Attributes are keys and codes of the program. */
export interface RoadSpan {
  /** 16 hexadecimal digits, the same whenever it is asked for. */
  readonly id: string
  readonly name: string
  readonly isRoot: boolean
  readonly startedAt: EpochMs
  readonly endedAt: EpochMs
  readonly isFailed: boolean
  readonly attributes: Readonly<Record<string, string | number>>
}

/** The document's id is the trace's: 32 hexadecimal digits. */
export function traceIdOf(documentId: DocumentId): string {
  return documentId.replaceAll('-', '')
}

/** The way of one document as the books keep it: arrival, steps, approval, posting, in the order in which they ended. */
export function spansOf(reader: Reader, documentId: DocumentId): RoadSpan[] {
  const document = reader
    .select({ receivedAt: documents.receivedAt, kind: documents.kind, source: documents.source })
    .from(documents)
    .where(eq(documents.id, documentId))
    .get()
  if (!document) return []
  const span = (
    name: string,
    startedAt: EpochMs,
    endedAt: EpochMs,
    more: Partial<RoadSpan> & { key?: string } = {},
  ) => {
    const { key = name, ...others } = more
    const id = createHash('sha256').update(`${documentId} ${key}`).digest('hex').slice(0, 16)
    return { id, name, isRoot: false, startedAt, endedAt, isFailed: false, attributes: {}, ...others }
  }
  const steps = stepSpans(reader, documentId, span)
  const takenUp = Math.min(...steps.map(({ startedAt }) => startedAt))
  const { receivedAt, kind, source } = document
  const intakeEnd = Number.isFinite(takenUp) ? Math.max(takenUp, receivedAt) : receivedAt
  const intake = span('intake', receivedAt, intakeEnd, { isRoot: true, attributes: { kind, source } })
  return [intake, ...steps, ...decisionSpans(reader, documentId, span, steps.at(-1)?.endedAt ?? receivedAt)].sort(
    (one, other) => one.endedAt - other.endedAt,
  )
}

type MakeSpan = (
  name: string,
  startedAt: EpochMs,
  endedAt: EpochMs,
  more?: Partial<RoadSpan> & { key?: string },
) => RoadSpan

function stepSpans(reader: Reader, documentId: DocumentId, span: MakeSpan): RoadSpan[] {
  const attempts = reader.select().from(stepRuns).where(eq(stepRuns.documentId, documentId)).all()
  return attempts.map(({ step, run, position, result, reason, startedAt, endedAt }) =>
    span(step, startedAt, endedAt, {
      key: `${step} ${run} ${position}`,
      isFailed: result === 'failed',
      attributes: { run, result, ...(reason === null ? {} : { reason }) },
    }),
  )
}

/** From the end of its road to the approval, and from the sending of the bill to its confirmation. */
function decisionSpans(reader: Reader, documentId: DocumentId, span: MakeSpan, readyAt: EpochMs): RoadSpan[] {
  const approvedAt = reader
    .select({ at: documentWork.approvedAt })
    .from(documentWork)
    .where(eq(documentWork.documentId, documentId))
    .get()?.at
  const bills = reader
    .select({ id: outbox.id, sentAt: outbox.sentAt, confirmedAt: outbox.confirmedAt, attempts: outbox.attempts })
    .from(outbox)
    .where(and(eq(outbox.documentId, documentId), eq(outbox.state, 'confirmed')))
    .all()
  return [
    ...(approvedAt == null ? [] : [span('approve', Math.min(readyAt, approvedAt), approvedAt)]),
    ...bills.flatMap(({ id, sentAt, confirmedAt, attempts }) =>
      sentAt === null || confirmedAt === null
        ? []
        : [span('post', sentAt, confirmedAt, { key: `post ${id}`, attributes: { attempts } })],
    ),
  ]
}
