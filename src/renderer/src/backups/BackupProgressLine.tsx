import type { BackupRunning } from '../../../shared/backup'
import { useText } from '../i18n/t'
import { ProgressLine } from '../parts/ProgressLine'

/** How far a backup or a restore is, in words and as a bar. */
export function BackupProgressLine({ running }: { readonly running: BackupRunning }) {
  const { t, bytes } = useText()
  const { task, stage, of } = running
  const words = t('backups.running.bytes', { done: bytes(running.bytes), of: bytes(of) })
  // Checking is reading the copy once more; nobody counts its bytes.
  const isCounted = stage !== 'check' && of > 1
  return (
    <ProgressLine
      label={t(`backups.running.${task}`)}
      stage={t(`backups.stage.${stage}`)}
      counted={isCounted ? { percent: (100 * running.bytes) / of, words } : null}
    />
  )
}
