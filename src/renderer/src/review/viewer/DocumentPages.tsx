import { useMemo, useRef, useState, type PointerEvent } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { useReview } from '../state/review-store'
import type { ValueBox } from './BoxOverlay'
import { FindBar } from './FindBar'
import { findOnPage } from './find'
import { isInside, pointOnPage } from './geometry'
import type { PageSource } from './page-source'
import { PageView } from './PageView'
import { usePageColumn } from './use-page-column'
import { usePageWords } from './use-page-words'
import { useRenderQueue } from './use-render-queue'

interface DocumentPagesProps {
  readonly source: PageSource
  readonly view: DocumentView
  /** Frames to draw. */
  readonly boxes: readonly ValueBox[]
  /** Every value with a place, framed or not: what the pointer on the page may mean. */
  readonly values: readonly ValueBox[]
  /** The one to bring into sight. */
  readonly lit: ValueBox | null
  onPick(key: string): void
}

/** Slack around a value, in points, within which the pointer means it. */
const slack = 2

/** The scrolled column of pages of a PDF or image, with find. */
export function DocumentPages({ source, view, boxes, values, lit, onPick }: DocumentPagesProps) {
  const { t } = useText()
  const pane = useRef<HTMLDivElement>(null)
  const find = useReview(state => state.find)
  const isDimmed = useReview(state => state.isDimmed)
  const hovered = useReview(state => state.hovered)
  const setHovered = useReview(state => state.setHovered)
  const [isFrozen, setFrozen] = useState(false)
  const shown = usePageColumn(pane, source, isFrozen ? null : lit)
  const { column, visible, scale, turn } = shown
  const pixelRatio = window.devicePixelRatio || 1
  const queue = useRenderQueue(source, {
    visible,
    pages: column.pages,
    turn,
    scale,
    pixelRatio,
    direction: shown.scroll.direction,
    window: { x: shown.scroll.left, y: shown.scroll.top, width: shown.width, height: shown.height },
  })

  const looksFor = find.isOpen && find.query.trim() !== ''
  const all = useMemo(() => source.sizes.map((_, index) => index + 1), [source])
  const wordless = visible.filter(page => !source.drawText || view.pages[page - 1]?.textSource === 'ocr')
  const revision = `${view.pages.length}.${view.invoice?.revision ?? 0}`
  const words = usePageWords(engine, view.documentId, revision, looksFor ? all : wordless)
  const matches = useMemo(
    () => (looksFor ? all.flatMap(page => findOnPage(page, words.get(page) ?? [], find.query)) : []),
    [looksFor, all, words, find.query],
  )
  const current = matches.length === 0 ? -1 : ((find.index % matches.length) + matches.length) % matches.length

  function valueAt(event: PointerEvent<HTMLElement>): string | null {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-page]') : null
    const page = Number(element?.dataset['page'])
    const size = source.sizes[page - 1]
    if (!element || !size) return null
    const corner = element.getBoundingClientRect()
    const pixel = { x: event.clientX - corner.left, y: event.clientY - corner.top }
    const point = pointOnPage(pixel, size, { turn, scale })
    return values.find(value => value.page === page && isInside(point, value.box, slack))?.key ?? null
  }

  return (
    <>
      {find.isOpen && (
        <FindBar
          matches={matches}
          current={current}
          isComplete={!looksFor || all.every(page => words.has(page))}
          column={column}
          pane={pane}
          sizes={source.sizes}
          view={{ turn, scale }}
        />
      )}
      <div
        ref={pane}
        className={isDimmed ? 'rv-pages rv-dimmed' : 'rv-pages'}
        role="region"
        aria-label={t('review.viewer.pages')}
        tabIndex={0}
        data-focus-target="document"
        onScroll={shown.onScroll}
        onDoubleClick={() => {
          // A double click on text selects a word and means nothing else.
          if (window.getSelection()?.isCollapsed !== false) setFrozen(!isFrozen)
        }}
        onPointerMove={event => {
          const key = valueAt(event)
          if (key !== hovered) setHovered(key)
        }}
        onPointerLeave={() => setHovered(null)}
        onPointerUp={event => {
          const key = event.button === 0 && window.getSelection()?.isCollapsed !== false ? valueAt(event) : null
          if (key) onPick(key)
        }}
      >
        {isFrozen && <p className="rv-frozen">{t('review.viewer.frozen')}</p>}
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
                turn={turn}
                pageCount={source.sizes.length}
                drawn={queue.pages.get(place.number)}
                detail={queue.details.get(place.number)}
                hasFailed={queue.failed.has(place.number)}
                textSource={view.pages[place.number - 1]?.textSource}
                words={words.get(place.number)}
                boxes={boxes.filter(box => box.page === place.number)}
                matches={matches
                  .map((match, index) => ({ match, isCurrent: index === current }))
                  .filter(({ match }) => match.page === place.number)}
                onPick={onPick}
              />
            ))}
        </div>
      </div>
    </>
  )
}
