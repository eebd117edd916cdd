import { useEffect, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { XmlNode } from '../../../../shared/xml-node'
import { engine } from '../../engine-client'
import { errorText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import type { ErrorData } from '../../../../shared/result'
import { originOf } from '../state/progress'
import { useReview } from '../state/review-store'
import { XmlSheet } from './XmlSheet'
import { XmlTree } from './XmlTree'

interface XmlPagesProps {
  readonly view: DocumentView
}

type Loaded = { readonly id: string; readonly root: XmlNode | null; readonly error: ErrorData | null }

/** An e-invoice drawn for reading: a sheet with what matters, and below it the whole document with its paths. */
export function XmlPages({ view }: XmlPagesProps) {
  const text = useText()
  const { t } = text
  const { documentId } = view
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const target = useReview(state => state.hovered ?? state.focused)
  const preview = useReview(state => state.preview)
  const origin = preview ?? originOf(view.invoice, target)
  const litPath = origin?.kind === 'xml' ? origin.path : null

  useEffect(() => {
    let isCurrent = true
    void engine.call('document.xml', { documentId }).then(reply => {
      if (!isCurrent) return
      setLoaded({
        id: documentId,
        root: reply.ok ? reply.value.root : null,
        error: reply.ok ? null : reply.error,
      })
    })
    return () => {
      isCurrent = false
    }
  }, [documentId])

  const current = loaded?.id === documentId ? loaded : null
  return (
    <div className="rv-xml">
      {view.invoice && <XmlSheet invoice={view.invoice} />}
      {!current && <p className="rv-empty">{t('review.viewer.opening')}</p>}
      {current?.error && <p className="rv-empty">{errorText(text, current.error)}</p>}
      {current?.root && <XmlTree root={current.root} litPath={litPath} />}
    </div>
  )
}
