/** One row of a table, with the line end of RFC 4180. */
export function row(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

/** @param isNumber it may begin with a minus without being a formula */
export function cell(value: unknown, isNumber: boolean): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = isNumber && /^-?[\d.]*$/.test(text) ? text : disarm(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** An apostrophe before what a spreadsheet would run as a formula: names and numbers are written by strangers. */
function disarm(text: string): string {
  return /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
