/**
 * The same JSON value with every half of a character pair (a lone surrogate) put right as U+FFFD; bytes in it stay as they
 * are. Typing can leave a half where a greatest length cuts an emoji in two, and a font may give one for a glyph; the
 * journal's canonical JSON (RFC 8785) and UTF-8 can write none.
 */
export function wellFormed<T>(value: T): T
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(part => wellFormed<unknown>(part))
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed<unknown>(part)]))
}
