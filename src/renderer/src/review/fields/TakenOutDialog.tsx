import { useEffect, useRef, useState } from 'react'
import type { ReadyFile } from '../../../../shared/activity'
import { saveReadyFile } from '../../activity/save-ready-file'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { openTakenOut } from '../viewer/open-document'

interface TakenOutDialogProps {
  readonly file: ReadyFile
  readonly kind: 'pdf' | 'image'
  onClose(): void
}

/** Enough to see what it is; the rest is what saving is for. */
const shownPages = 10
/** Canvas pixels of a page's width: sharp at the dialog's size on a dense screen. */
const pageWidth = 1400

type Drawing = { readonly state: 'drawing' | 'failed' } | { readonly state: 'drawn'; readonly pageCount: number }

/** The pages of a file that lay inside an e-invoice. */
export function TakenOutDialog({ file, kind, onClose }: TakenOutDialogProps) {
  const { t } = useText()
  const pages = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>({ state: 'drawing' })

  useEffect(() => {
    const ended = new AbortController()
    drawPages(file.fileId, kind, ended.signal, canvas => pages.current?.append(canvas))
      .then(pageCount => setDrawing({ state: 'drawn', pageCount }))
      .catch(() => {
        if (!ended.signal.aborted) setDrawing({ state: 'failed' })
      })
    return () => ended.abort()
  }, [file.fileId, kind])

  const left = drawing.state === 'drawn' ? drawing.pageCount - shownPages : 0
  return (
    <Dialog
      title={file.suggestedName}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={() => void saveReadyFile(engine, file)}>
            {t('review.embedded.save', { name: file.suggestedName })}
          </Button>
          <Button tone="primary" onPress={onClose} autoFocus>
            {t('dialog.close')}
          </Button>
        </>
      }
    >
      {drawing.state === 'drawing' && <p>{t('review.viewer.opening')}</p>}
      {drawing.state === 'failed' && <p role="alert">{t('review.embedded.failed')}</p>}
      <div ref={pages} className="rv-taken-out" role="img" aria-label={file.suggestedName} />
      {left > 0 && <p>{t('review.embedded.more', { count: left })}</p>}
    </Dialog>
  )
}

/** @returns how many pages the file has */
async function drawPages(
  fileId: string,
  kind: 'pdf' | 'image',
  signal: AbortSignal,
  show: (canvas: HTMLCanvasElement) => void,
): Promise<number> {
  const source = await openTakenOut(fileId, kind)
  try {
    for (const [index, { width }] of source.sizes.slice(0, shownPages).entries()) {
      const canvas = await source.draw({ page: index + 1, view: { turn: 0, scale: pageWidth / width } }, signal)
      signal.throwIfAborted()
      show(canvas)
    }
    return source.sizes.length
  } finally {
    source.close()
  }
}
