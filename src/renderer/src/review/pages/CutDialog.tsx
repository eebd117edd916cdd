import { Scissors } from 'lucide-react'
import { Fragment, useRef, useState, type KeyboardEvent } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { useReview } from '../state/review-store'
import { usePageSource } from '../viewer/use-page-source'
import { moved, partsOf, toggled } from './cuts'
import './pages.css'
import { Thumbnail } from './Thumbnail'

interface CutDialogProps {
  readonly view: DocumentView
}

/** The pages as small pictures with a cut mark before each; the marks decide which pages become a document. */
export function CutDialog({ view }: CutDialogProps) {
  const { t } = useText()
  const { closeDialog, splitPages } = useReview.getState()
  const proposed = useReview(state => state.proposedStarts)
  const pages = usePageSource(view, 0)
  const count = view.pages.length
  const [starts, setStarts] = useState<readonly number[]>(proposed)
  const [current, setCurrent] = useState(proposed[0] ?? 2)
  const strip = useRef<HTMLDivElement>(null)
  const parts = partsOf(starts, count)

  function goTo(page: number) {
    const next = Math.min(count, Math.max(2, page))
    setCurrent(next)
    strip.current?.querySelector<HTMLElement>(`[data-cut="${next}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent, page: number) {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (direction !== null && event.altKey) {
      const next = moved(starts, page, direction, count)
      setStarts(next)
      if (next.includes(page + direction) && !next.includes(page)) goTo(page + direction)
    } else if (direction !== null) goTo(page + direction)
    else if (event.key === 'Home') goTo(2)
    else if (event.key === 'End') goTo(count)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Dialog
      title={t('review.cut.title')}
      isOpen
      onClose={closeDialog}
      size="large"
      actions={
        <>
          <Button onPress={closeDialog}>{t('dialog.cancel')}</Button>
          <Button
            tone="primary"
            icon={Scissors}
            isDisabled={starts.length === 0}
            onPress={() => {
              closeDialog()
              void splitPages(starts)
            }}
          >
            {t('review.cut.action', { count: parts.length })}
          </Button>
        </>
      }
    >
      <p>{t('review.cut.hint')}</p>
      <div ref={strip} className="rv-cuts" role="group" aria-label={t('review.cut.marks')}>
        {Array.from({ length: count }, (_, index) => index + 1).map(page => {
          const isCut = starts.includes(page)
          const part = parts.findIndex(({ from, to }) => page >= from && page <= to)
          return (
            <Fragment key={page}>
              {page > 1 && (
                <button
                  type="button"
                  className={isCut ? 'rv-cut rv-cut-set' : 'rv-cut'}
                  data-cut={page}
                  aria-pressed={isCut}
                  aria-label={t('review.cut.before', { page })}
                  tabIndex={page === current ? 0 : -1}
                  // The dialog takes the focus first; the mark in question is where a person wants to be.
                  autoFocus={page === current}
                  onFocus={() => setCurrent(page)}
                  onKeyDown={event => onKeyDown(event, page)}
                  onClick={() => setStarts(toggled(starts, page))}
                >
                  <Scissors aria-hidden="true" />
                </button>
              )}
              <figure className={part % 2 === 0 ? 'rv-cut-page' : 'rv-cut-page rv-cut-page-other'}>
                {pages.state === 'open' ? (
                  <Thumbnail source={pages.source} page={page} />
                ) : (
                  <div className="rv-thumb rv-thumb-empty" />
                )}
                <figcaption className="num">{t('review.cut.pageOfPart', { page, part: part + 1 })}</figcaption>
              </figure>
            </Fragment>
          )
        })}
      </div>
      <p role="status" className="rv-cuts-parts">
        {starts.length === 0
          ? t('review.cut.none')
          : parts
              .map(({ from, to }, index) =>
                t('review.cut.part', { part: index + 1, from, to, single: String(from === to) }),
              )
              .join(' · ')}
      </p>
    </Dialog>
  )
}
