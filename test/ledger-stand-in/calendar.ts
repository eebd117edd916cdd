/**
 * The calendar day the server stores for a date it was sent: a timestamp is first converted to the server's own zone.
 * @returns undefined for a day that does not exist, which the real server answers with 500
 */
export function storedDay(sent: string, zoneMinutes: number): string | undefined {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(sent)
  if (plain) return exists(sent) ? sent : undefined
  const instant = Date.parse(sent)
  if (Number.isNaN(instant)) return undefined
  return new Date(instant + zoneMinutes * 60_000).toISOString().slice(0, 10)
}

/** Dates come back as the instant of midnight on the server. */
export function asInstant(day: string, zoneMinutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - zoneMinutes * 60_000).toISOString()
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** "10 Feb 2026", the organization's default format. */
export function formatted(day: string): string {
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
    Number(day.slice(5, 7)) - 1
  ]
  return `${day.slice(8, 10)} ${month} ${day.slice(0, 4)}`
}

/** ISO 8601 by its looks only, as the server's validator does it: 2026-02-30 passes. */
export function looksLikeDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
