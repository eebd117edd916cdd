import { copyToMemory, openStore, type Store } from '../../../src/engine/store/open'

let empty: Store | undefined

/** An empty store in memory; migrated once, copied for whoever needs one. */
export function memoryStore(): Store {
  empty ??= openStore(':memory:')
  return copyToMemory(empty)
}
