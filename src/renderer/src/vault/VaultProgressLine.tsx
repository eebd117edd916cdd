import { ProgressBar } from 'react-aria-components'
import type { VaultStatus } from '../../../shared/vault'
import { useText } from '../i18n/t'

/** How far putting everything into the vault, or out of it, is. */
export function VaultProgressLine({ running }: { readonly running: NonNullable<VaultStatus['running']> }) {
  const { t, bytes } = useText()
  const { task, stage, of } = running
  const isCounted = stage === 'originals' && of > 1
  const share = isCounted ? (100 * running.bytes) / of : 100
  return (
    <ProgressBar
      className="backup-progress"
      aria-label={t(`vault.running.${task}`)}
      isIndeterminate={!isCounted}
      value={share}
      valueLabel={isCounted ? t('backups.running.bytes', { done: bytes(running.bytes), of: bytes(of) }) : ''}
    >
      {({ valueText }) => (
        <>
          <p className="num">
            {t(`vault.running.${task}`)} {valueText}
          </p>
          <div className="bar">
            <div className={isCounted ? 'bar-fill' : 'bar-fill waiting'} style={{ width: `${share}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
