import { NetworkStatus } from '../network'
import { nothing } from './parts'

/** The air gap. */
export const networkCalls = {
  'network.status': { input: nothing, output: NetworkStatus },
  /** The air gap: from now on nothing connects to anybody and nobody is answered. What waits goes on waiting. */
  'network.close': { input: nothing, output: NetworkStatus },
  'network.open': { input: nothing, output: NetworkStatus },
}
