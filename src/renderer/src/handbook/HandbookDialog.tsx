import { lazy, Suspense } from 'react'
import { useOverlays } from '../app/overlays'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'

// Its text is large and asked for seldom.
const HandbookPages = lazy(async () => ({ default: (await import('./HandbookPages')).HandbookPages }))

/** F1: the handbook, open at the chapter about what the person looks at. */
export function HandbookDialog() {
  const { t } = useText()
  const isOpen = useOverlays(state => state.open === 'handbook')
  return (
    <Dialog title={t('handbook.title')} size="full" isOpen={isOpen} onClose={useOverlays.getState().close}>
      <Suspense fallback={<div className="handbook" aria-busy="true" />}>
        <HandbookPages />
      </Suspense>
    </Dialog>
  )
}
