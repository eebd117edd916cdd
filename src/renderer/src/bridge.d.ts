import type { Bridge } from '../../shared/contract'

declare global {
  interface Window {
    /** Set by the preload before the page runs. */
    readonly quittance: Bridge
  }
}
