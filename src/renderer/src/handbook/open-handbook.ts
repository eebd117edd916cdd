import { useOverlays } from '../app/overlays'
import { fittingChapter } from './fitting-chapter'
import { useHandbook } from './handbook-slice'

/** Opens the handbook at the chapter about what the person looks at. */
export function openHandbook(): void {
  useHandbook.getState().open(fittingChapter())
  useOverlays.getState().show('handbook')
}
