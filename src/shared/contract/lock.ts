import { LockStatus } from '../lock'
import { nothing } from './parts'

/** Whether anybody may look. */
export const lockCalls = {
  'lock.status': { input: nothing, output: LockStatus },
  /** Nothing more is shown or done from this machine until somebody signs in. */
  'lock.lock': { input: nothing, output: LockStatus },
}
