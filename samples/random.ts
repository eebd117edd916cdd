/** Random numbers from 0 to 1 that are the same on every run (mulberry32): samples are committed, so they may not wobble. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Upper-case hexadecimal digits. */
export function hexDigits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 16).toString(16))
    .join('')
    .toUpperCase()
}

/** A version 4 UUID in capitals, as a stamp prints it. */
export function uuidFrom(random: () => number): string {
  const hex = hexDigits(random, 30)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-A${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

/** Text that looks like a signature in base64 and signs nothing. */
export function fakeSignature(random: () => number, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return `${Array.from({ length: length - 2 }, () => alphabet[Math.floor(random() * 64)]).join('')}==`
}
