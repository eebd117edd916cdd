import type { Parsed } from '../../shared/contract'
import type { ArchiveLogEntry } from '../../shared/server-call'
import { archiveJobs, callsOfJobs } from '../store/server-calls'
import type { Reader } from '../store/write'

/** What was asked of the archive and what it said, piece of work by piece of work, newest first. */
export function archiveLog(reader: Reader, { documentId, limit }: Parsed<'paperless.log'>): ArchiveLogEntry[] {
  const jobs = archiveJobs(reader, documentId, limit)
  const calls = Map.groupBy(callsOfJobs(reader, jobs), ({ job }) => job)
  return jobs.flatMap(job => {
    const its = calls.get(job) ?? []
    const [first] = its
    if (!first) return []
    const { told: _, ...about } = first
    return { ...about, calls: its.map(({ told }) => told) }
  })
}
