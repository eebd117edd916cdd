import { useEffect } from 'react'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { useBackups } from './backups-slice'
import { useRestore } from './restore-slice'
import { RestoreSteps } from './RestoreSteps'

/** Putting books back while others are open. */
export function RestoreDialog() {
  const { t } = useText()
  const isOpen = useRestore(state => state.isOpen)
  const isWorking = useRestore(state => state.step === 'working')
  useEffect(() => {
    if (isOpen) void useBackups.getState().load()
  }, [isOpen])
  return (
    <Dialog
      title={t('restore.title')}
      size="large"
      isOpen={isOpen}
      staysOpen={isWorking ? t('restore.staysOpen') : undefined}
      onClose={() => useRestore.getState().close()}
    >
      <RestoreSteps />
    </Dialog>
  )
}
