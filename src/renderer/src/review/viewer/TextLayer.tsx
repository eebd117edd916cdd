import { useEffect, useRef } from 'react'
import type { PageView } from './geometry'
import type { PageSource } from './page-source'

interface TextLayerProps {
  readonly source: PageSource
  readonly page: number
  readonly view: PageView
}

/** A PDF's own text over its picture, for selecting and for screen readers. Laid again when the page turns; zoom only scales it. */
export function TextLayer({ source, page, view }: TextLayerProps) {
  const container = useRef<HTMLDivElement>(null)
  const { turn, scale } = view

  useEffect(() => {
    const element = container.current
    if (!element || !source.drawText) return
    const abort = new AbortController()
    element.replaceChildren()
    source.drawText(page, { turn, scale: 1 }, element, abort.signal).catch(() => {
      // Without its text the page can still be read by eye; an abandoned layer is simply gone.
      if (!abort.signal.aborted) element.replaceChildren()
    })
    return () => abort.abort()
  }, [source, page, turn])

  useEffect(() => {
    container.current?.style.setProperty('--total-scale-factor', String(scale))
  }, [scale])

  return <div ref={container} className="rv-text textLayer" />
}
