import { CircleAlert, CircleCheck, DatabaseBackup, FolderOpen, RotateCcw, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { BackupStatus } from '../../../shared/backup'
import { useCompany } from '../app/company-slice'
import { BackupList } from '../backups/BackupList'
import { BackupProgressLine } from '../backups/BackupProgressLine'
import { useBackups } from '../backups/backups-slice'
import { useRestore } from '../backups/restore-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Facts } from '../parts/Facts'
import { Select } from '../parts/Select'
import { useSettings } from './settings-slice'

const hours = [0, 1, 4, 12, 24, 168] as const
const kept = [3, 7, 14, 30, 60] as const
/** Backups shown here; all of them stand in the restore dialog. */
const shown = 3

/** Copies of the books: when the last was made, where they lie, how often, and the way back. */
export function BackupsSection() {
  const text = useText()
  const { t } = text
  const status = useBackups(state => state.status)
  const isSample = useCompany(state => state.company?.key === 'sample')
  useEffect(() => void useBackups.getState().load(), [])
  if (!status) return null
  const { backups, running } = status
  return (
    <>
      <p className="muted">{t('backups.hint')}</p>
      <LastBackup status={status} />
      {running && <BackupProgressLine running={running} />}
      <div className="actions">
        <Button
          tone="primary"
          icon={DatabaseBackup}
          isDisabled={running !== null}
          onPress={() => void useBackups.getState().make()}
        >
          {t(running ? 'backups.making' : 'backups.make')}
        </Button>
        <Button icon={RotateCcw} isDisabled={running !== null} onPress={() => useRestore.getState().open()}>
          {t('backups.restore')}
        </Button>
      </div>
      {backups.length > 0 && (
        <div className="sub">
          <h3>{t('backups.list')}</h3>
          <BackupList
            backups={backups.slice(0, shown)}
            action={t('backups.restore')}
            onChoose={name => {
              useRestore.getState().open()
              void useRestore.getState().choose(name)
            }}
          />
          {backups.length > shown && <p className="muted">{t('backups.more', { count: backups.length - shown })}</p>}
        </div>
      )}
      <BackupFolder status={status} />
      {!isSample && <Schedule />}
    </>
  )
}

function LastBackup({ status }: { readonly status: BackupStatus }) {
  const text = useText()
  const { t, instant } = text
  const [newest] = status.backups
  return (
    <div role="status">
      <p className={newest ? 'verdict-head good-ink' : 'verdict-head'}>
        {newest ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" className="check-ink" />}
        {newest ? t('backups.last', { at: instant(newest.madeAt) }) : t('backups.none')}
      </p>
      {status.lastError && (
        <p className="form-error">
          <CircleAlert aria-hidden="true" />
          {t('backups.failed', { reason: errorText(text, status.lastError) })}
        </p>
      )}
      {status.nextAt !== null && newest && <p className="num">{t('backups.next', { at: instant(status.nextAt) })}</p>}
    </div>
  )
}

function BackupFolder({ status: { folder, isChosen } }: { readonly status: BackupStatus }) {
  const { t } = useText()
  return (
    <div className="sub">
      <h3>{t('backups.folder')}</h3>
      <Facts facts={[[t('backups.folder.where'), folder]]} />
      {!isChosen && (
        <p className="backup-note check-ink">
          <TriangleAlert aria-hidden="true" />
          {t('backups.folder.same')}
        </p>
      )}
      <div className="actions">
        <Button icon={FolderOpen} onPress={() => void useBackups.getState().chooseFolder()}>
          {t('backups.folder.choose')}
        </Button>
        {isChosen && (
          <Button onPress={() => void useBackups.getState().forgetFolder()}>{t('backups.folder.forget')}</Button>
        )}
      </div>
    </div>
  )
}

function Schedule() {
  const { t } = useText()
  const schedule = useSettings(state => state.settings.backups)
  const { change } = useSettings.getState()
  return (
    <div className="form sub">
      <Select
        label={t('backups.every')}
        value={String(schedule.everyHours)}
        options={withPresent(hours, schedule.everyHours).map(each => ({
          id: String(each),
          label: each === 0 ? t('backups.every.never') : t('backups.every.hours', { count: each }),
        }))}
        onChange={each => void change({ backups: { ...schedule, everyHours: Number(each) } })}
      />
      <Select
        label={t('backups.keep')}
        value={String(schedule.keep)}
        options={withPresent(kept, schedule.keep).map(count => ({
          id: String(count),
          label: t('backups.keep.newest', { count }),
        }))}
        hint={t('backups.keep.hint')}
        onChange={keep => void change({ backups: { ...schedule, keep: Number(keep) } })}
      />
    </div>
  )
}

/** What the terminal set may be none of ours. */
function withPresent(offered: readonly number[], present: number): readonly number[] {
  return [...new Set([...offered, present])].sort((one, other) => one - other)
}
