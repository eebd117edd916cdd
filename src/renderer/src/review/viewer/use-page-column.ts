import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useReview } from '../state/review-store'
import { frameAir, type ValueBox } from './BoxOverlay'
import { inflate, placeBox, type Turn } from './geometry'
import {
  pageGap,
  scaleFor,
  scrollToSee,
  stackPages,
  stepZoom,
  visiblePages,
  zoomToRead,
  type PageColumn,
} from './layout'
import type { PageSource } from './page-source'
import { usePaneSize } from './use-pane-size'

export interface ShownColumn {
  readonly column: PageColumn
  readonly visible: readonly number[]
  readonly scale: number
  readonly turn: Turn
  readonly scroll: Scroll
  readonly width: number
  readonly height: number
  onScroll(): void
}

interface Scroll {
  readonly top: number
  readonly left: number
  readonly direction: 1 | -1
}

/** Where the pages lie, which are in sight, and the scrolling that zoom, page wishes and lit values ask for. */
export function usePageColumn(
  pane: RefObject<HTMLDivElement | null>,
  source: PageSource,
  lit: ValueBox | null,
): ShownColumn {
  const { width, height } = usePaneSize(pane)
  const zoom = useReview(state => state.zoom)
  const turn = useReview(state => state.turn)
  const [scroll, setScroll] = useState<Scroll>({ top: 0, left: 0, direction: 1 })
  const scale = scaleFor(zoom, source.sizes, turn, width)
  const column = useMemo(() => stackPages(source.sizes, turn, scale, width), [source, turn, scale, width])
  const visible = height === 0 ? [] : visiblePages(column, scroll.top, height)

  useKeptMiddle(pane, scale, turn, { width, height })
  useWishes(pane, column, scale)
  useSeen(pane, source, column, lit, { turn, scale, width, height })

  const first = visible[0]
  const setPage = useReview(state => state.setPage)
  useEffect(() => {
    if (first !== undefined) setPage(first)
  }, [first, setPage])

  return {
    column,
    visible,
    scale,
    turn,
    scroll,
    width,
    height,
    onScroll() {
      const element = pane.current
      if (!element) return
      const { scrollTop, scrollLeft } = element
      setScroll(before => ({
        top: scrollTop,
        left: scrollLeft,
        direction: scrollTop === before.top ? before.direction : scrollTop > before.top ? 1 : -1,
      }))
    },
  }
}

/** Zooming keeps the middle of what was in sight in the middle. */
function useKeptMiddle(
  pane: RefObject<HTMLDivElement | null>,
  scale: number,
  turn: Turn,
  size: { readonly width: number; readonly height: number },
): void {
  const isMeasured = size.height > 0
  const before = useRef({ scale, turn, isMeasured })
  const keepMiddle = useEffectEvent((from: { scale: number; turn: Turn; isMeasured: boolean }) => {
    const element = pane.current
    if (!element || !isMeasured || !from.isMeasured || from.scale === scale || from.turn !== turn) return
    const ratio = scale / from.scale
    element.scrollTo({
      // The head of the page stays the head of the page.
      top: element.scrollTop === 0 ? 0 : (element.scrollTop + size.height / 2) * ratio - size.height / 2,
      left: (element.scrollLeft + size.width / 2) * ratio - size.width / 2,
    })
  })
  useLayoutEffect(() => {
    keepMiddle(before.current)
    before.current = { scale, turn, isMeasured }
  }, [scale, turn, isMeasured])
}

/** Zoom steps and page jumps asked for by keys or buttons. */
function useWishes(pane: RefObject<HTMLDivElement | null>, column: PageColumn, scale: number): void {
  const pageWish = useReview(state => state.pageWish)
  const zoomWish = useReview(state => state.zoomWish)
  const setZoom = useReview(state => state.setZoom)
  const fulfilled = useRef(zoomWish?.wish ?? 0)

  const zoomOnce = useEffectEvent((direction: 1 | -1) => setZoom(stepZoom(scale, direction)))
  useEffect(() => {
    // A wish of the document before must not zoom this one.
    if (!zoomWish || zoomWish.wish === fulfilled.current) return
    fulfilled.current = zoomWish.wish
    zoomOnce(zoomWish.direction)
  }, [zoomWish])

  const jump = useEffectEvent((number: number) => {
    const page = column.pages[Math.min(Math.max(number, 1), column.pages.length) - 1]
    if (page) pane.current?.scrollTo({ top: page.y - pageGap })
  })
  useEffect(() => {
    if (pageWish) jump(pageWish.page)
  }, [pageWish])
}

/** Brings a lit value into sight: scrolls only when it is out of sight, zooms only when it is too small to read. */
function useSeen(
  pane: RefObject<HTMLDivElement | null>,
  source: PageSource,
  column: PageColumn,
  lit: ValueBox | null,
  shown: { readonly turn: Turn; readonly scale: number; readonly width: number; readonly height: number },
): void {
  const setZoom = useReview(state => state.setZoom)
  const isMeasured = shown.height > 0
  const see = useEffectEvent((mayZoom: boolean) => {
    const element = pane.current
    const size = lit && source.sizes[lit.page - 1]
    const page = lit && column.pages[lit.page - 1]
    if (!element || !lit || !size || !page || !isMeasured) return
    const box = placeBox(inflate(lit.box, frameAir), size, shown)
    const closer = mayZoom ? zoomToRead(box.height, shown.scale) : null
    if (closer !== null) return setZoom(closer)
    const place = inflate({ ...box, x: page.x + box.x, y: page.y + box.y }, pageGap)
    const { scrollTop, scrollLeft } = element
    const to = scrollToSee(place, { top: scrollTop, left: scrollLeft, width: shown.width, height: shown.height })
    if (to) element.scrollTo(to)
  })
  const key = lit ? `${lit.key} ${lit.page} ${JSON.stringify(lit.box)}` : ''
  useEffect(() => {
    if (key !== '') see(true)
  }, [key, isMeasured, source])
  // After zooming or turning the value may have left the window.
  useEffect(() => see(false), [shown.scale, shown.turn])
}
