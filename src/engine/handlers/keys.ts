import type { HandlersOf } from '../../shared/contract'
import type { keyCalls } from '../../shared/contract/keys'
import type { EngineCore } from '../engine'
import { keyFilesOf } from '../key-file'
import { allSealed } from '../store/secrets'

/** How keys are kept; never a key. */
export function keyHandlers(core: EngineCore): HandlersOf<typeof keyCalls> {
  return {
    'keys.status'() {
      const sealed = allSealed(core.company().store.db)
      const { keyStoreKind = 'key_files' } = core.host
      return { store: keyStoreKind, kept: sealed.length, ...keyFilesOf(sealed) }
    },
  }
}
