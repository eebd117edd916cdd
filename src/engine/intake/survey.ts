import { AppError } from '../../shared/result'
import { sniff, sniffLength } from '../pipeline/sniff'
import { openArchive, type Archive, type ArchiveEntry } from './archive'
import type { ArchiveLimits } from './limits'

/** What a container would unpack to, containers inside it included. */
interface Tally {
  entries: number
  bytes: number
}

/** Entries by which a ZIP is known to be an office file, an e-book or a program, not an archive of documents. */
const packageMarks = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/MANIFEST.MF', 'AndroidManifest.xml'])

/**
 * Looks through a container before anything is taken out of it, so that one beyond the limits is set aside whole and
 * not half unpacked. Sizes are those its directory claims; unpacking refuses entries that lie about theirs.
 *
 * @param packedBytes size of the container itself
 * @throws AppError `resource_limit` (params: which limit), `corrupt_document`, `unsupported_encryption`,
 *   `unsupported_type` (an office file in ZIP clothing), `empty_file` (no entries)
 */
export async function surveyArchive(archive: Archive, packedBytes: number, limits: ArchiveLimits): Promise<void> {
  const tally: Tally = { entries: 0, bytes: 0 }
  await survey(archive, 0, tally, packedBytes, limits)
  if (tally.entries === 0) throw new AppError('empty_file', {}, 'never')
}

async function survey(
  archive: Archive,
  depth: number,
  tally: Tally,
  packedBytes: number,
  limits: ArchiveLimits,
): Promise<void> {
  if (depth > limits.depth) throw beyond('nesting', limits.depth)
  for await (const entry of archive.entries()) {
    if (packageMarks.has(entry.claimedPath)) throw new AppError('unsupported_type', {}, 'never')
    if (entry.isEncrypted) throw new AppError('unsupported_encryption', { fileName: entry.fileName }, 'never')
    count(entry, tally, packedBytes, limits)
    await surveyInner(archive, entry, depth, tally, packedBytes, limits)
  }
}

function count(entry: ArchiveEntry, tally: Tally, packedBytes: number, limits: ArchiveLimits): void {
  tally.entries += 1
  tally.bytes += entry.bytes
  if (tally.entries > limits.entries) throw beyond('entries', limits.entries)
  if (entry.bytes > limits.entryBytes) throw beyond('entry_bytes', limits.entryBytes)
  if (tally.bytes > limits.totalBytes) throw beyond('total_bytes', limits.totalBytes)
  // Against the whole container too: entries that share the same packed bytes each look harmless alone.
  const packed = Math.max(1, Math.min(entry.packedBytes, packedBytes))
  if (entry.bytes > limits.ratioAppliesAbove && entry.bytes / packed > limits.ratio) throw beyond('ratio', limits.ratio)
  if (tally.bytes > limits.ratioAppliesAbove && tally.bytes / Math.max(1, packedBytes) > limits.ratio) {
    throw beyond('ratio', limits.ratio)
  }
}

/**
 * An inner container that is broken, locked or no archive of documents spoils only itself: it becomes a row that is set
 * aside when its own turn comes. One beyond the limits condemns the whole.
 */
async function surveyInner(
  archive: Archive,
  entry: ArchiveEntry,
  depth: number,
  tally: Tally,
  packedBytes: number,
  limits: ArchiveLimits,
): Promise<void> {
  let inner: Archive | undefined
  try {
    const head = await archive.readHead(entry, sniffLength)
    if (sniff(head, entry.bytes).kind !== 'zip') return
    inner = await openArchive(await archive.readEntry(entry))
    await survey(inner, depth + 1, tally, packedBytes, limits)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.data.code === 'resource_limit') throw thrown
  } finally {
    inner?.close()
  }
}

function beyond(limit: string, allowed: number): AppError {
  return new AppError('resource_limit', { limit, allowed }, 'never')
}
