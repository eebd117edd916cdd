import { useEffect, useRef } from 'react'
import type { PageSource } from '../viewer/page-source'

interface ThumbnailProps {
  readonly source: PageSource
  readonly page: number
}

/** Width of the picture of a page, in CSS pixels. */
const shownWidth = 116

/** A small picture of a page, drawn when it comes into sight. */
export function Thumbnail({ source, page }: ThumbnailProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { width, height } = source.sizes[page - 1] ?? { width: 595, height: 842 }

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const stop = new AbortController()
    const inSight = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      inSight.disconnect()
      const scale = (shownWidth / width) * (window.devicePixelRatio || 1)
      source.draw({ page, view: { turn: 0, scale } }, stop.signal).then(
        canvas => !stop.signal.aborted && element.replaceChildren(canvas),
        // The frame with its number stays: the page can still be cut off.
        () => element.classList.add('rv-thumb-failed'),
      )
    })
    inSight.observe(element)
    return () => {
      inSight.disconnect()
      stop.abort()
    }
  }, [source, page, width])

  return (
    <div
      ref={frame}
      className="rv-thumb"
      aria-hidden="true"
      style={{ width: shownWidth, height: Math.min(220, (shownWidth * height) / width) }}
    />
  )
}
