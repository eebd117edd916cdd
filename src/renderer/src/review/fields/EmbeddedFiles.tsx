import { useEffect, useState } from 'react'
import type { ReadyFile } from '../../../../shared/activity'
import type { EmbeddedFileView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import { saveReadyFile } from '../../activity/save-ready-file'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { notifyError } from '../../parts/toasts'
import { TakenOutDialog } from './TakenOutDialog'

interface EmbeddedFilesProps {
  readonly documentId: DocumentId
}

interface Shown {
  readonly file: ReadyFile
  readonly kind: 'pdf' | 'image'
}

/** Files that lie inside an e-invoice: pages and pictures are shown, everything can be saved. */
export function EmbeddedFiles({ documentId }: EmbeddedFilesProps) {
  const { t } = useText()
  const [files, setFiles] = useState<readonly EmbeddedFileView[]>([])
  const [shown, setShown] = useState<Shown | null>(null)

  useEffect(() => {
    let isCurrent = true
    void engine.call('document.embedded', { documentId }).then(reply => {
      if (!reply.ok) notifyError(reply.error)
      else if (isCurrent) setFiles(reply.value.files)
    })
    return () => {
      isCurrent = false
    }
  }, [documentId])

  const takeOut = async (index: number, kind: EmbeddedFileView['kind']) => {
    const reply = await engine.call('document.takeOut', { documentId, index })
    if (!reply.ok) return notifyError(reply.error)
    if (kind === 'pdf' || kind === 'image') setShown({ file: reply.value, kind })
    else await saveReadyFile(engine, reply.value)
  }

  if (files.length === 0) return null
  return (
    <div className="rv-relation">
      <span>{t('review.embedded.title', { count: files.length })}</span>
      <ul>
        {files.map(({ name, kind }, index) => {
          const called = name === '' ? t('review.embedded.unnamed', { number: index + 1 }) : name
          const isShown = kind === 'pdf' || kind === 'image'
          return (
            <li key={index}>
              <button type="button" className="rv-link" onClick={() => void takeOut(index, kind)}>
                {t(isShown ? 'review.embedded.open' : 'review.embedded.save', { name: called })}
              </button>
            </li>
          )
        })}
      </ul>
      {shown && <TakenOutDialog {...shown} onClose={() => setShown(null)} />}
    </div>
  )
}
