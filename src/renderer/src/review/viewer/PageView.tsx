import { useEffect, useRef } from 'react'
import type { PageInfo } from '../../../../shared/document'
import { useText } from '../../i18n/t'
import { BoxOverlay, type ValueBox } from './BoxOverlay'
import type { Match, PageWord } from './find'
import { placeBox, type PageSize, type Turn } from './geometry'
import type { PlacedPage } from './layout'
import type { PageSource } from './page-source'
import type { DrawnDetail, DrawnPage } from './render-queue'
import { TextLayer } from './TextLayer'
import { WordLayer } from './WordLayer'

interface PageViewProps {
  readonly source: PageSource
  readonly place: PlacedPage
  readonly size: PageSize
  /** Screen pixels per point. */
  readonly scale: number
  readonly turn: Turn
  readonly pageCount: number
  readonly drawn: DrawnPage | undefined
  readonly detail: DrawnDetail | undefined
  readonly hasFailed: boolean
  readonly textSource: PageInfo['textSource'] | undefined
  readonly words: readonly PageWord[] | undefined
  readonly boxes: readonly ValueBox[]
  readonly matches: readonly { readonly match: Match; readonly isCurrent: boolean }[]
  onPick(key: string): void
}

/** One page: its picture, the sharper part in sight, its text, found words and frames, bottom to top. */
export function PageView(props: PageViewProps) {
  const { source, place, size, scale, turn, drawn, detail, words, boxes, matches, textSource } = props
  const { t } = useText()
  const view = { turn, scale }
  const hasOwnText = source.drawText !== undefined && textSource !== 'ocr'

  return (
    <div
      className="rv-page"
      role="group"
      aria-label={t('review.viewer.page_of', { page: place.number, count: props.pageCount })}
      data-page={place.number}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
    >
      {drawn && drawn.view.turn === turn && <Canvas canvas={drawn.canvas} className="rv-canvas" />}
      {detail && detail.view.turn === turn && (
        <Canvas
          canvas={detail.canvas}
          className="rv-detail"
          left={(detail.area.x / detail.view.scale) * scale}
          top={(detail.area.y / detail.view.scale) * scale}
          width={(detail.area.width / detail.view.scale) * scale}
          height={(detail.area.height / detail.view.scale) * scale}
        />
      )}
      {props.hasFailed && <p className="rv-page-failed">{t('review.viewer.page_failed')}</p>}
      {drawn && hasOwnText && <TextLayer source={source} page={place.number} view={view} />}
      {!hasOwnText && words && <WordLayer words={words} size={size} view={view} />}
      {matches.map(({ match, isCurrent }, index) =>
        match.boxes.map((box, part) => {
          const { x, y, width, height } = placeBox(box, size, view)
          return (
            <i
              key={`${index}.${part}`}
              className={isCurrent ? 'rv-found rv-found-now' : 'rv-found'}
              style={{ left: x, top: y, width, height }}
            />
          )
        }),
      )}
      <BoxOverlay boxes={boxes} size={size} view={view} onPick={props.onPick} />
    </div>
  )
}

interface CanvasProps {
  readonly canvas: HTMLCanvasElement
  readonly className: string
  readonly left?: number
  readonly top?: number
  readonly width?: number
  readonly height?: number
}

/** Hangs a canvas drawn elsewhere into the page; until a sharper one comes the old one is stretched, never blank. */
function Canvas({ canvas, className, ...place }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    host.current?.replaceChildren(canvas)
  }, [canvas])
  return <div ref={host} className={className} style={place} aria-hidden />
}
