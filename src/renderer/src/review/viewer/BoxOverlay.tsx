import type { Box } from '../../../../shared/document'
import { inflate, placeBox, type PageSize, type PageView } from './geometry'

/** focused: the value in hand. check: wants a look. quiet: shown because all boxes are. */
export type BoxTone = 'focused' | 'check' | 'invalid' | 'quiet'

/** A value's place on a page. */
export interface ValueBox {
  /** What it belongs to, e.g. `field:grand_total` or `line:<id>`. */
  readonly key: string
  readonly page: number
  readonly box: Box
  readonly tone: BoxTone
  /** Read out and shown as tooltip, e.g. "Total 11,600.00". */
  readonly label: string
}

interface BoxOverlayProps {
  readonly boxes: readonly ValueBox[]
  readonly size: PageSize
  readonly view: PageView
  onPick(key: string): void
}

/** Air between ink and frame, in points. */
export const frameAir = 2

/** Frames around values on one page. The keyboard reaches the same values through the fields, so frames are no tab stops. */
export function BoxOverlay({ boxes, size, view, onPick }: BoxOverlayProps) {
  return (
    <div className="rv-boxes">
      {boxes.map(({ key, box, tone, label }) => {
        const { x, y, width, height } = placeBox(inflate(box, frameAir), size, view)
        return (
          <button
            key={`${key}:${tone}`}
            type="button"
            tabIndex={-1}
            className={`rv-box rv-box-${tone}`}
            data-box={key}
            title={label}
            aria-label={label}
            style={{ left: x, top: y, width, height }}
            onClick={() => onPick(key)}
          />
        )
      })}
    </div>
  )
}
