import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useText } from '../../i18n/t'
import { useReview } from '../state/review-store'
import type { Match } from './find'
import { inflate, placeBox, type PageSize, type PageView } from './geometry'
import { pageGap, scrollToSee, type PageColumn } from './layout'
import { IconButton } from '../../parts/Button'

interface FindBarProps {
  readonly matches: readonly Match[]
  /** Index of the match in hand, -1 when there is none. */
  readonly current: number
  /** False while pages are still being searched. */
  readonly isComplete: boolean
  readonly column: PageColumn
  readonly pane: RefObject<HTMLDivElement | null>
  readonly sizes: readonly PageSize[]
  readonly view: PageView
}

/** Find in the document: Enter next, Shift+Enter previous, Esc closes and gives the page back. */
export function FindBar({ matches, current, isComplete, column, pane, sizes, view }: FindBarProps) {
  const { t } = useText()
  const query = useReview(state => state.find.query)
  const setQuery = useReview(state => state.setQuery)
  const stepMatch = useReview(state => state.stepMatch)
  const closeFind = useReview(state => state.closeFind)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => input.current?.select(), [])

  const match = matches[current]
  const show = useEffectEvent(() => {
    const page = match && column.pages[match.page - 1]
    const size = match && sizes[match.page - 1]
    const box = match?.boxes[0]
    const element = pane.current
    if (!page || !size || !box || !element) return
    const place = placeBox(box, size, view)
    const to = scrollToSee(inflate({ ...place, x: page.x + place.x, y: page.y + place.y }, pageGap), {
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    })
    if (to) element.scrollTo(to)
  })
  const matchKey = match ? `${current} ${match.page} ${match.boxes[0]?.y ?? 0}` : ''
  useEffect(() => show(), [matchKey])

  function close() {
    closeFind()
    pane.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') stepMatch(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const status =
    query.trim() === ''
      ? ''
      : matches.length > 0
        ? t('review.find.of', { index: current + 1, count: matches.length })
        : t(isComplete ? 'review.find.none' : 'review.find.searching')

  return (
    <div className="rv-find" role="search">
      <input
        ref={input}
        aria-label={t('review.find.label')}
        placeholder={t('review.find.label')}
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output>{status}</output>
      <IconButton label={t('review.find.previous')} icon={ChevronUp} onPress={() => stepMatch(-1)} />
      <IconButton label={t('review.find.next')} icon={ChevronDown} onPress={() => stepMatch(1)} />
      <IconButton label={t('review.find.close')} icon={X} onPress={close} />
    </div>
  )
}
