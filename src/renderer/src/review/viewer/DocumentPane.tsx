import { useMemo, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import { isMessageKey } from '../../i18n/messages'
import { fieldLabel } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { fieldValueText } from '../fields/field-text'
import type { Target } from '../state/progress'
import { useReview } from '../state/review-store'
import { DocumentPages } from './DocumentPages'
import { hasPages } from './open-document'
import { usePageSource } from './use-page-source'
import { framesToDraw, litBox, placedValues, type ValueNames } from './value-boxes'
import { ViewerToolbar } from './ViewerToolbar'
import { XmlPages } from './XmlPages'

interface DocumentPaneProps {
  readonly view: DocumentView
}

/** Left pane: the document as received, with the places of the values on it. */
export function DocumentPane({ view }: DocumentPaneProps) {
  const { t } = useText()
  return (
    <section className="rv-document" data-pane="document" aria-label={t('review.pane.document')}>
      {hasPages(view) ? <PagesPane view={view} /> : <XmlPages view={view} />}
    </section>
  )
}

function PagesPane({ view }: DocumentPaneProps) {
  const text = useText()
  const { t } = text
  const [attempt, setAttempt] = useState(0)
  const pages = usePageSource(view, attempt)
  const openDialog = useReview(state => state.openDialog)
  const moveTo = useReview(state => state.moveTo)
  const showsAllBoxes = useReview(state => state.showsAllBoxes)
  const preview = useReview(state => state.preview)
  const target = useReview(state => state.hovered ?? state.focused)
  const follows = useReview(state => state.focused)

  const values = useMemo(() => {
    const currency = view.invoice?.fields.find(field => field.name === 'currency')?.value ?? null
    const names: ValueNames = {
      field: (name, value) =>
        text.t('review.box.field', {
          name: fieldLabel(text, name),
          value: fieldValueText(text, name, value, currency),
        }),
      line: (position, description) => text.t('review.box.line', { position, description }),
    }
    return placedValues(view, names)
  }, [view, text])
  const lit = litBox(values, { target, preview }, t('review.box.candidate'))
  // The pointer on the page lights a value where it is; only fields and keys make the page scroll.
  const followed = litBox(values, { target: follows ?? target, preview }, '')
  const pick = (key: Target) => moveTo(key)

  return (
    <>
      {pages.state !== 'failed' && (
        <ViewerToolbar pageCount={pages.state === 'open' ? pages.source.sizes.length : view.pages.length} />
      )}
      {pages.state === 'opening' && <p className="rv-empty">{t('review.viewer.opening')}</p>}
      {pages.state === 'failed' && (
        <div className="rv-empty" role="alert">
          <p>{t(failureKey(pages.reason))}</p>
          {pages.reason === 'cannot_show' ? (
            <Button onPress={() => setAttempt(attempt + 1)}>{t('review.viewer.tryAgain')}</Button>
          ) : (
            <Button onPress={() => openDialog('password')}>{t('review.password.action')}</Button>
          )}
        </div>
      )}
      {pages.state === 'open' && (
        <DocumentPages
          key={view.documentId}
          source={pages.source}
          view={view}
          boxes={framesToDraw(values, lit, showsAllBoxes)}
          values={values}
          lit={followed}
          onPick={pick}
        />
      )}
    </>
  )
}

function failureKey(reason: string) {
  const key = `review.viewer.${reason}`
  return isMessageKey(key) ? key : 'review.viewer.cannot_show'
}
