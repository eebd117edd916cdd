import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Box } from '../../../../shared/document'
import type { PlacedPage } from './layout'
import type { PageSource } from './page-source'
import { cappedScale, RenderQueue, type Wanted } from './render-queue'
import type { Turn } from './geometry'

interface Sight {
  readonly visible: readonly number[]
  readonly pages: readonly PlacedPage[]
  readonly turn: Turn
  /** Screen pixels per point. */
  readonly scale: number
  readonly pixelRatio: number
  readonly direction: 1 | -1
  /** Window on the page column, in screen pixels. */
  readonly window: Box
}

/** Draws what is in sight and draws the component again whenever a page is done. */
export function useRenderQueue(source: PageSource, sight: Sight): RenderQueue {
  const queue = useMemo(() => new RenderQueue(source), [source])
  useSyncExternalStore(queue.subscribe, () => queue.version)
  useEffect(() => () => queue.rest(), [queue])
  const key = JSON.stringify(sight)
  useEffect(() => {
    const current = JSON.parse(key) as Sight
    if (current.visible.length > 0) queue.show(wanted(source, current))
  }, [queue, source, key])
  return queue
}

/** Air drawn around what is in sight, in screen pixels, so that a small scroll needs no new drawing. */
const margin = 200

function wanted(source: PageSource, sight: Sight): Wanted {
  const scale = sight.scale * sight.pixelRatio
  const details = sight.visible.flatMap(number => {
    const size = source.sizes[number - 1]
    const place = sight.pages[number - 1]
    if (!size || !place || cappedScale(scale, size) >= scale) return []
    return [{ page: number, area: scaled(partInSight(place, sight.window), sight.pixelRatio) }]
  })
  return { visible: sight.visible, view: { turn: sight.turn, scale }, direction: sight.direction, details }
}

function partInSight(place: PlacedPage, window: Box): Box {
  const left = Math.max(0, window.x - place.x - margin)
  const top = Math.max(0, window.y - place.y - margin)
  const right = Math.min(place.width, window.x + window.width - place.x + margin)
  const bottom = Math.min(place.height, window.y + window.height - place.y + margin)
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

function scaled(box: Box, by: number): Box {
  return {
    x: Math.floor(box.x * by),
    y: Math.floor(box.y * by),
    width: Math.ceil(box.width * by),
    height: Math.ceil(box.height * by),
  }
}
