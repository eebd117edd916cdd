import { useState } from 'react'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { TextField } from '../parts/TextField'
import { notify } from '../parts/toasts'
import { useCurrentView, useViews } from './views-slice'

/** Asks for the name under which the list as it is now can be opened again. */
export function SaveViewDialog({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const current = useCurrentView()
  const views = useViews(state => state.views)
  const [name, setName] = useState(current?.name ?? '')
  const replaced = views.some(view => view.name.toLowerCase() === name.trim().toLowerCase())

  async function save() {
    onClose()
    const isSaved = await useViews.getState().save(name.trim())
    if (isSaved) notify({ text: text => text.t('view.saved', { name: name.trim() }), tone: 'good' })
  }

  return (
    <Dialog title={t('view.save.title')} isOpen onClose={onClose}>
      <DialogForm action={t('view.save')} isReady={name.trim() !== ''} onSubmit={() => void save()} onBack={onClose}>
        <TextField
          label={t('view.name')}
          hint={t(replaced ? 'view.replaces' : 'view.save.hint')}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
        />
      </DialogForm>
    </Dialog>
  )
}
