import type { ReadyFile } from '../../../../shared/activity'
import { saveReadyFile } from '../../activity/save-ready-file'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { openTakenOut } from '../viewer/open-document'
import { OpenedPages } from '../viewer/StillPages'

interface TakenOutDialogProps {
  readonly file: ReadyFile
  readonly kind: 'pdf' | 'image'
  onClose(): void
}

/** The pages of a file that lay inside an e-invoice. */
export function TakenOutDialog({ file, kind, onClose }: TakenOutDialogProps) {
  const { t } = useText()
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
      <div className="rv-taken-out">
        <OpenedPages
          open={() => openTakenOut(file.fileId, kind)}
          label={file.suggestedName}
          failure={t('review.embedded.failed')}
        />
      </div>
    </Dialog>
  )
}
