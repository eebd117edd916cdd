const longestName = 255

/** Line feeds, escape sequences and their kind: they forge log lines and table rows. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
/** Marks that turn the reading direction (invoice_[RLO]fdp.exe shows as invoice_exe.pdf) or have no width at all. */
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** A letter is what an accountant searches by, so one accented letter is one code point (macOS writes two). */
const form = 'NFC'

/**
 * The name a document is shown under: the last part of whatever it was called, without characters that deceive.
 * For show only; nothing on disk is ever named after it.
 *
 * @param raw a file name or archive path, as text or as the bytes the file system holds
 * @returns 1 to 255 characters
 */
export function displayName(raw: string | Uint8Array): string {
  const text = typeof raw === 'string' ? raw : new TextDecoder().decode(raw)
  const last =
    text
      .split(/[/\\]/)
      .filter(part => part.trim() !== '')
      .at(-1) ?? ''
  const clean = last.toWellFormed().normalize(form).replace(invisible, '').replace(controls, ' ').trim()
  return shorten(clean === '' ? '(no name)' : clean)
}

/** Keeps the beginning and the ending, where the number and the file type stand. */
function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= longestName) return name
  return [...characters.slice(0, longestName - 21), '…', ...characters.slice(-20)].join('')
}
