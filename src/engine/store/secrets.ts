import { eq } from 'drizzle-orm'
import type { Reader, Tx } from './open'
import { secrets } from './schema'

/** A secret as the operating system's key store sealed it; `undefined` when there is none of that name. */
export function readSealed(reader: Reader, name: string): string | undefined {
  return reader.select({ sealed: secrets.sealed }).from(secrets).where(eq(secrets.name, name)).get()?.sealed
}

/** Names of all secrets that are kept, with what the key store made of them. */
export function allSealed(reader: Reader): readonly { readonly name: string; readonly sealed: string }[] {
  return reader.select({ name: secrets.name, sealed: secrets.sealed }).from(secrets).all()
}

/** Keeps a sealed secret, replacing the one of the same name. Never hand in the secret itself. */
export function writeSealed(tx: Tx, name: string, sealed: string): void {
  tx.insert(secrets).values({ name, sealed }).onConflictDoUpdate({ target: secrets.name, set: { sealed } }).run()
}

/** Forgets a secret; nothing happens when there is none. */
export function removeSealed(tx: Tx, name: string): void {
  tx.delete(secrets).where(eq(secrets.name, name)).run()
}
