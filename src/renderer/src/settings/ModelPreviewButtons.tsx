import { Eye } from 'lucide-react'
import type { ModelPreview } from '../../../shared/outside-model'
import { dollars } from '../i18n/model-text'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { useModel } from './model-slice'

/** Shows word for word what would be sent of the newest document there is something to ask about. */
export function ModelPreviewButtons() {
  const { t } = useText()
  const preview = useModel(state => state.preview)
  const isPreparing = useModel(state => state.isPreparing)
  const { showPreview, closePreview } = useModel.getState()
  return (
    <>
      <div className="actions">
        <Button icon={Eye} isDisabled={isPreparing} onPress={() => void showPreview('read')}>
          {t('model.preview.read')}
        </Button>
        <Button icon={Eye} isDisabled={isPreparing} onPress={() => void showPreview('code')}>
          {t('model.preview.code')}
        </Button>
      </div>
      {preview && <PreviewDialog preview={preview} onClose={closePreview} />}
    </>
  )
}

function PreviewDialog({ preview, onClose }: { readonly preview: ModelPreview; onClose(): void }) {
  const text = useText()
  const { t } = text
  const { intakeNumber, fileName } = preview.document
  const pictures = { count: preview.pictures.length, pages: preview.pictures.join(', ') }
  return (
    <Dialog
      isOpen
      size="large"
      title={t('model.preview.title', { number: intakeNumber, fileName })}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('dialog.close')}</Button>}
    >
      <p>
        {t('model.preview.note', { cost: dollars(text, preview.cost) })} {t('model.preview.pictures', pictures)}
      </p>
      <h3 className="model-heading">{t('model.preview.text')}</h3>
      <pre className="model-text">{preview.text}</pre>
      <h3 className="model-heading">{t('model.preview.instructions')}</h3>
      <pre className="model-text">{preview.instructions}</pre>
    </Dialog>
  )
}
