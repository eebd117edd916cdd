import { AppError } from '../../shared/result'
import type { KeyStore } from '../host'
import { withKeyFiles } from '../key-file'
import { allSealed } from '../store/secrets'
import type { Store } from '../store/open'

/**
 * Services whose keys cannot be opened here: a key store seals for one computer and one person, and restored books may
 * have come from another.
 *
 * @returns first parts of the secrets' names: `ledger`, `paperless`, `model`
 */
export async function keysToRenew({ db }: Store, keyStore: KeyStore): Promise<string[]> {
  const store = withKeyFiles(keyStore)
  const found: string[] = []
  for (const { name, sealed } of allSealed(db)) {
    try {
      await store.open(sealed)
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      found.push(name.split('.')[0] ?? name)
    }
  }
  return found
}
