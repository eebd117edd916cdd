import type { VaultStatus } from '../../../shared/vault'
import { useText } from '../i18n/t'
import { ProgressLine } from '../parts/ProgressLine'

/** How far putting everything into the vault, or out of it, is. */
export function VaultProgressLine({ running }: { readonly running: NonNullable<VaultStatus['running']> }) {
  const { t, bytes } = useText()
  const { task, stage, of } = running
  const words = t('backups.running.bytes', { done: bytes(running.bytes), of: bytes(of) })
  const isCounted = stage === 'originals' && of > 1
  return (
    <ProgressLine
      label={t(`vault.running.${task}`)}
      stage={t(`vault.running.${task}`)}
      counted={isCounted ? { percent: (100 * running.bytes) / of, words } : null}
    />
  )
}
