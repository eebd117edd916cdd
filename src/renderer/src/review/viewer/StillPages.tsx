import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { PageInfo } from '../../../../shared/document'
import { useText } from '../../i18n/t'
import { scaleFor, stackPages, visiblePages } from './layout'
import { hasPages, openDocument } from './open-document'
import type { PageSource } from './page-source'
import { PageView } from './PageView'
import { usePaneSize } from './use-pane-size'
import { useRenderQueue } from './use-render-queue'
import { XmlSheet } from './XmlSheet'

interface StillPagesProps {
  readonly view: DocumentView
  /** What a screen reader calls the pane. */
  readonly label: string
}

/** A document to look at: its pages as wide as the pane, nothing to point at or correct. */
export function StillPages({ view, label }: StillPagesProps) {
  const { t } = useText()
  if (!hasPages(view)) {
    return (
      <div className="still-pages" role="region" aria-label={label} tabIndex={0}>
        {view.invoice ? <XmlSheet invoice={view.invoice} /> : <p className="rv-empty">{t('compare.noPages')}</p>}
      </div>
    )
  }
  return (
    <OpenedPages
      key={view.documentId}
      open={() => openDocument(view, undefined)}
      label={label}
      textSources={view.pages.map(page => page.textSource)}
    />
  )
}

interface OpenedPagesProps {
  /** Asked once, when the pane comes; what it gives is closed when the pane goes. */
  open(): Promise<PageSource>
  readonly label: string
  /** How each page's text was found, as far as somebody looked. */
  readonly textSources?: readonly PageInfo['textSource'][]
  /** Said instead of the usual sentence when it cannot be shown. */
  readonly failure?: string
}

/** The pages of any source, to look at. */
export function OpenedPages({ open, label, textSources = [], failure }: OpenedPagesProps) {
  const { t } = useText()
  const opened = useOpened(open)
  if (opened === null || opened === 'failed') {
    return (
      <div className="still-pages" role="region" aria-label={label}>
        <p className="rv-empty">
          {opened === null ? t('review.viewer.opening') : (failure ?? t('review.viewer.cannot_show'))}
        </p>
      </div>
    )
  }
  return <Column source={opened} label={label} textSources={textSources} />
}

interface ColumnProps extends Required<Pick<OpenedPagesProps, 'label' | 'textSources'>> {
  readonly source: PageSource
}

function Column({ source, label, textSources }: ColumnProps) {
  const pane = useRef<HTMLDivElement>(null)
  const { width, height } = usePaneSize(pane)
  const [top, setTop] = useState(0)
  const scale = scaleFor('fit', source.sizes, 0, width)
  const column = useMemo(() => stackPages(source.sizes, 0, scale, width), [source, scale, width])
  const visible = height === 0 ? [] : visiblePages(column, top, height)
  const queue = useRenderQueue(source, {
    visible,
    pages: column.pages,
    turn: 0,
    scale,
    pixelRatio: window.devicePixelRatio || 1,
    direction: 1,
    window: { x: 0, y: top, width, height },
  })
  return (
    <div
      ref={pane}
      className="still-pages"
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <div className="rv-column" style={{ width: column.width, height: column.height }}>
        {column.pages
          .filter(page => visible.includes(page.number))
          .map(place => (
            <PageView
              key={place.number}
              source={source}
              place={place}
              size={source.sizes[place.number - 1] ?? place}
              scale={scale}
              turn={0}
              pageCount={source.sizes.length}
              drawn={queue.pages.get(place.number)}
              detail={queue.details.get(place.number)}
              hasFailed={queue.failed.has(place.number)}
              textSource={textSources[place.number - 1]}
              words={undefined}
              boxes={[]}
              matches={[]}
              onPick={() => undefined}
            />
          ))}
      </div>
    </div>
  )
}

/** The opened pages, closed again when the pane goes; null while they are being opened. */
function useOpened(open: () => Promise<PageSource>): PageSource | 'failed' | null {
  const [opened, setOpened] = useState<PageSource | 'failed' | null>(null)
  const openNow = useEffectEvent(open)
  useEffect(() => {
    let isGone = false
    let source: PageSource | undefined
    openNow().then(
      found => {
        source = found
        if (isGone) found.close()
        else setOpened(found)
      },
      () => {
        if (!isGone) setOpened('failed')
      },
    )
    return () => {
      isGone = true
      source?.close()
    }
  }, [])
  return opened
}
