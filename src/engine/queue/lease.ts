import type { EpochMs } from '../../shared/ids'
import { renewLease, type Job } from '../store/jobs'
import { write } from '../store/write'
import { unattended } from '../unattended'
import type { Road } from './road'

/**
 * How long a lease lasts without being renewed. One engine works on a data folder, and after a crash the next takes
 * all leases over at once; the length matters only to an engine that lives but has lost its grip.
 */
export const leaseMs = 60_000

/** A job in hand; renewing its lease gives it a new ticket. */
export interface Held {
  job: Job
}

/**
 * Says again and again that the job is still worked on.
 *
 * @returns stops saying so
 */
export function keepLease(road: Road, held: Held): () => void {
  const until = (): EpochMs => road.now() + leaseMs
  const renew = unattended(road.log, 'a lease could not be renewed', () => {
    road.trouble.survives(() => {
      const renewed = write(road.store, tx => renewLease(tx, held.job, until()))
      if (renewed) held.job = renewed
    })
  })
  const timer = setInterval(renew, leaseMs / 3)
  return () => clearInterval(timer)
}
