import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/t'
import { takeFiles } from './intake'

/** Takes files dropped anywhere on the window, on every screen, and says what it accepts while something hovers. */
export function DropZone() {
  const { t } = useText()
  const isDragging = useFileDrag()
  if (!isDragging) return null
  return (
    <div className="drop-zone" role="status">
      <div className="drop-card">
        <FileDown aria-hidden="true" />
        <strong>{t('drop.title')}</strong>
        <span>{t('drop.types')}</span>
      </div>
    </div>
  )
}

function useFileDrag(): boolean {
  const [isDragging, setIsDragging] = useState(false)
  useEffect(() => {
    // dragenter and dragleave also fire for every element passed; only the balance tells whether the window was left.
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setIsDragging(true)
    }
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const onLeave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsDragging(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setIsDragging(false)
      void takeFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return isDragging
}
