import { useLayoutEffect, useState, type RefObject } from 'react'

/** Inner size of a scrolled element, kept up to date. */
export function usePaneSize(pane: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    // The observer reports once as soon as it starts.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return size
}
