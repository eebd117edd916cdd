import { Save } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Tabs } from '../parts/Tabs'
import { useDiagnostics } from './diagnostics-slice'

/** Every file of the diagnostics with its whole text, to be read before it is saved. */
export function DiagnosticsDialog() {
  const { t } = useText()
  const diagnostics = useDiagnostics(state => state.diagnostics)
  const [chosen, setChosen] = useState('versions.json')
  const { close, save } = useDiagnostics.getState()
  if (!diagnostics) return null
  const { files } = diagnostics
  const shown = files.find(({ name }) => name === chosen) ?? files[0]
  return (
    <Dialog
      title={t('diagnostics.title')}
      isOpen
      size="large"
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button tone="primary" icon={Save} onPress={() => void save()}>
            {t('diagnostics.save')}
          </Button>
        </>
      }
    >
      <p className="diagnostics-hint">{t('diagnostics.hint')}</p>
      <Tabs
        label={t('diagnostics.files')}
        chosen={shown?.name ?? ''}
        isViewPerTab
        onChoose={setChosen}
        tabs={files.map(({ name }) => ({ id: name, label: name }))}
      >
        <pre className="diagnostics-text num" tabIndex={0}>
          {shown?.text}
        </pre>
      </Tabs>
    </Dialog>
  )
}
