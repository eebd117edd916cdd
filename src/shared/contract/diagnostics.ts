import { Diagnostics } from '../diagnostics'
import { nothing } from './parts'

/** What whoever helps wants to know. */
export const diagnosticsCalls = {
  /** Versions, preferences, counts, health and the end of the log, without anything of documents; made ready for `save`. */
  'diagnostics.collect': { input: nothing, output: Diagnostics },
}
