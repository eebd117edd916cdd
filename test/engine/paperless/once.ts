import { paperlessUploads } from '../../../src/engine/store/schema'
import type { ArchiveDesk } from './archive-desk'
import type { Lane } from './fault-plan'

/** What became of the promise: every document once here, everything said once there, every file stored once. */
export interface Verdict {
  /** Documents that are not here, not written back, or not stored there. */
  readonly lost: number
  /** Rows, notes, tags, fields or correspondents beyond one each. */
  readonly doubled: number
  /** Files stored in the archive beyond one each. */
  readonly uploadedTwice: number
  /** Everything else that must not be, in words for whoever mends it. */
  readonly complaints: readonly string[]
  readonly documents: number
}

/** @param count documents the lane had to do with */
export async function judge(desk: ArchiveDesk, lane: Lane, count: number): Promise<Verdict> {
  const { archive } = desk.standIn
  const rows = desk.rows()
  const hashes = new Set(rows.map(row => row.sha256))
  const names = [archive.named.tags, archive.named.correspondents, archive.customFields].map(each =>
    each.map(({ name }) => name),
  )
  const twins = names.reduce((sum, each) => sum + each.length - new Set(each).size, 0)
  const complaints = [
    ...desk
      .sync()
      .problems()
      .map(({ kind, error }) => `${kind}: ${error.code} ${JSON.stringify(error.params)}`),
    ...(desk.sync().status().lastError ? [`still failing: ${desk.sync().status().lastError?.code ?? ''}`] : []),
    ...(desk.logged.some(line => line.includes(desk.standIn.token)) ? ['the token is in the log'] : []),
  ]
  for (const { sha256 } of rows) {
    const state = await desk.blobs.verify(sha256)
    if (state !== 'intact') complaints.push(`an original is ${state}`)
  }
  const stored = new Set(archive.documents.map(each => each.versions[0]?.bytes.toString('latin1')))
  return {
    lost: Math.max(0, count - hashes.size) + unlinked(desk, count) + unsaid(desk, lane),
    doubled:
      rows.length -
      hashes.size +
      twins +
      archive.documents.reduce((sum, each) => sum + said(each.notes.length) + said(each.tags.length), 0),
    uploadedTwice: archive.documents.length - stored.size,
    complaints,
    documents: count,
  }
}

const said = (times: number) => Math.max(0, times - 1)

function unlinked(desk: ArchiveDesk, count: number): number {
  return count - desk.standIn.archive.documents.filter(({ id }) => desk.linkOf(id)?.state === 'taken').length
}

/** Documents of which the archive does not know everything it is to know. */
function unsaid({ standIn: { archive }, store }: ArchiveDesk, lane: Lane): number {
  if (lane === 'upload') {
    return store.db
      .select()
      .from(paperlessUploads)
      .all()
      .filter(({ state }) => state !== 'done').length
  }
  if (lane === 'take') return 0
  return archive.documents.filter(
    ({ tags, notes, correspondent, customFields }) =>
      tags.length === 0 || notes.length === 0 || correspondent === null || customFields.length !== 4,
  ).length
}
