import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { BackupView } from '../../../shared/backup'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useBackups } from './backups-slice'

interface BackupListProps {
  readonly backups: readonly BackupView[]
  /** Words of the button that chooses one. */
  readonly action: string
  onChoose(name: string): void
}

/** Backups, newest first, with what is in each. */
export function BackupList({ backups, action, onChoose }: BackupListProps) {
  const text = useText()
  const { t } = text
  const findings = useBackups(state => state.findings)
  const checking = useBackups(state => state.checking)
  return (
    <ul className="backup-list" aria-label={t('backups.list')}>
      {backups.map(backup => {
        const { name, madeAt, companyName, documents, bytes, lost, isSealed } = backup
        const at = text.instant(madeAt)
        const finding = findings[name]
        return (
          <li key={name}>
            <div>
              <strong className="num">{at}</strong>
              <p className="muted num">
                {[
                  companyName,
                  t('backups.documents', { count: documents }),
                  text.bytes(bytes),
                  isSealed ? t('vault.backup.sealed') : '',
                ]
                  .filter(part => part !== '')
                  .join(' · ')}
              </p>
              {lost > 0 && (
                <p className="backup-note check-ink">
                  <TriangleAlert aria-hidden="true" />
                  {t('backups.lost', { count: lost })}
                </p>
              )}
              {finding === null && (
                <p className="backup-note good-ink">
                  <CircleCheck aria-hidden="true" />
                  {t('backups.sound')}
                </p>
              )}
              {finding && (
                <p className="backup-note critical-ink">
                  <TriangleAlert aria-hidden="true" />
                  {errorText(text, finding)}
                </p>
              )}
            </div>
            <div className="actions">
              <Button
                isDisabled={checking !== null}
                isPending={checking === name}
                aria-label={t('backups.check.of', { at })}
                onPress={() => void useBackups.getState().check(name)}
              >
                {t(checking === name ? 'backups.checking' : 'backups.check')}
              </Button>
              <Button aria-label={t('backups.choose.of', { at })} onPress={() => onChoose(name)}>
                {action}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
