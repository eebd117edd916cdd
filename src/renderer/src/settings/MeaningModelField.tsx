import { FolderOpen } from 'lucide-react'
import { useEffect, useId } from 'react'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { notify } from '../parts/toasts'
import { useMeaning } from './meaning-slice'

/** The optional language model of coding: a folder chosen in the system's own dialog. */
export function MeaningModelField() {
  const text = useText()
  const { t } = text
  const label = useId()
  const view = useMeaning(state => state.view)
  useEffect(() => void useMeaning.getState().load(), [])
  const choose = async () => {
    if (await useMeaning.getState().choose()) notify({ text: shown => shown.t('meaning.done'), tone: 'good' })
  }
  if (!view) return null
  const { folderName, words, dimensions, error } = view
  return (
    <div className="field wide" role="group" aria-labelledby={label}>
      <span className="field-label" id={label}>
        {t('meaning.label')}
      </span>
      <p>
        {folderName === null
          ? t('meaning.none')
          : error
            ? t('meaning.unusable', { folder: folderName })
            : t('meaning.chosen', { folder: folderName, words, dimensions })}
      </p>
      {error && <FormError>{errorText(text, error)}</FormError>}
      <p className="muted">{t('meaning.hint')}</p>
      <div className="actions">
        <Button icon={FolderOpen} onPress={() => void choose()}>
          {t(folderName === null ? 'meaning.choose' : 'meaning.change')}
        </Button>
        {folderName !== null && (
          <Button onPress={() => void useMeaning.getState().forget()}>{t('meaning.forget')}</Button>
        )}
      </div>
    </div>
  )
}
