import { z } from 'zod'
import type { GroupId } from './ids'
import type { MessageParams } from './result'

/** What a row of the journal says and is hashed over, wherever it lies: in the books or in an evidence pack. */
export interface JournalRowTold {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number
  readonly id: string
  readonly at: number
  readonly actor: string
  readonly kind: string
  readonly documentId: string | null
  readonly params: MessageParams
  /** Canonical JSON text; null when nothing was there. */
  readonly before: string | null
  readonly after: string | null
  readonly groupId: GroupId | null
}

/**
 * What does not fit at the first bad row of a journal. changed: it does not say what its hash was taken over. missing: rows
 * are gone before it. misplaced: it does not follow the row before (another was put in or taken out between them, or it
 * stood elsewhere). end_missing: rows that the kept head knows are gone from the end, or the books are an older copy.
 * rewritten: the chain fits in itself, but is not the one the kept head was taken from.
 */
export const JournalFault = z.enum(['changed', 'missing', 'misplaced', 'end_missing', 'rewritten'])
export type JournalFault = z.infer<typeof JournalFault>

/** `previousHash` of the first row. */
export const firstHash = '0'.repeat(64)

/**
 * What a row says, as canonical JSON (RFC 8785). Its SHA-256 is the row's content hash; the row's own hash is the SHA-256 of
 * the hash before it and the content hash, both as hexadecimal text. So the chain can be followed through rows of which
 * only the content hash is shown: an evidence pack tells nothing about other documents.
 *
 * Written out key by key, because a hundred thousand of them are to be checked in a second or two.
 */
export function textOfRow(row: JournalRowTold): string {
  const { actor, after, at, before, documentId, groupId, id, kind, params, sequence } = row
  return (
    `{"actor":${json(actor)},"after":${json(after)},"at":${json(at)},"before":${json(before)},` +
    `"documentId":${json(documentId)},"groupId":${json(groupId)},"id":${json(id)},"kind":${json(kind)},` +
    `"params":${ordered(params)},"sequence":${json(sequence)}}`
  )
}

function json(value: string | number | null): string {
  return JSON.stringify(value)
}

/** Parameters are flat: sorting their names (by UTF-16 units, as RFC 8785 asks) makes them canonical. */
function ordered(params: MessageParams): string {
  return JSON.stringify(params, Object.keys(params).sort())
}
