import { KeysStatus } from '../keys'
import { nothing } from './parts'

/** How keys of other programs are kept. */
export const keyCalls = {
  /** How keys of other programs are kept. */
  'keys.status': { input: nothing, output: KeysStatus },
}
