import type { EpochMs } from '../../shared/ids'

/** The day on this machine's wall calendar, YYYY-MM-DD: absences and due dates follow the office day, not UTC's. */
export function localDay(at: EpochMs, plusDays = 0): string {
  const date = new Date(at)
  const local = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + plusDays))
  return local.toISOString().slice(0, 10)
}
