import { createHmac, hkdfSync } from 'node:crypto'
import type { Sha256 } from '../../shared/ids'

/**
 * What a vault is opened with: 32 random bytes that every page, every original and every name of one company's books is
 * sealed with. It stays in the engine's own memory; on disk it lies wrapped only (`../vault`).
 */
export type BooksKey = Uint8Array & { readonly __key: 'books' }

export const booksKeyBytes = 32

/** Each use has a key of its own, so that what is learnt of one says nothing of another (RFC 5869). */
type Purpose = 'pages' | 'originals' | 'names' | 'id'

export function keyFor(key: BooksKey, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `quittance ${purpose} 1`, booksKeyBytes))
}

/** Tells which key books or a backup are sealed with, and nothing about it. */
export function idOf(key: BooksKey): string {
  return keyFor(key, 'id').toString('hex', 0, 8)
}

/** A sealed original's name: a stranger cannot tell from it whether a file he has lies here too. */
export function sealedNames(key: BooksKey): (sha256: Sha256) => string {
  const names = keyFor(key, 'names')
  return sha256 => createHmac('sha256', names).update(sha256).digest('hex')
}
