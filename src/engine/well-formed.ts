/**
 * The same JSON value with every half of a character pair (a lone surrogate) put right as U+FFFD. Typing can leave one, where
 * a greatest length cuts an emoji in two; the journal's canonical JSON (RFC 8785) and UTF-8 can write none.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]))
}
