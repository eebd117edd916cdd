import { ProgressBar } from 'react-aria-components'
import type { BackupRunning } from '../../../shared/backup'
import { useText } from '../i18n/t'

/** How far a backup or a restore is, in words and as a bar. */
export function BackupProgressLine({ running }: { readonly running: BackupRunning }) {
  const { t, bytes } = useText()
  const { task, stage, of } = running
  const share = of === 0 ? 100 : (100 * running.bytes) / of
  // Checking is reading the copy once more; nobody counts its bytes.
  const isCounted = stage !== 'check' && of > 1
  return (
    <ProgressBar
      className="backup-progress"
      aria-label={t(`backups.running.${task}`)}
      isIndeterminate={!isCounted}
      value={share}
      valueLabel={isCounted ? t('backups.running.bytes', { done: bytes(running.bytes), of: bytes(of) }) : ''}
    >
      {({ valueText }) => (
        <>
          <p className="num">
            {t(`backups.stage.${stage}`)} {valueText}
          </p>
          <div className="bar">
            <div
              className={isCounted ? 'bar-fill' : 'bar-fill waiting'}
              style={{ width: `${isCounted ? share : 100}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
