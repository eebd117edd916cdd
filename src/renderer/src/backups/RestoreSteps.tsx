import { CircleCheck, FolderOpen, History, RotateCcw, TriangleAlert } from 'lucide-react'
import type { RestorePreview, RestoreResult } from '../../../shared/backup'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Facts } from '../parts/Facts'
import { FormError } from '../parts/FormError'
import { OpenSealedBackup } from '../vault/OpenSealedBackup'
import { useVault } from '../vault/vault-slice'
import { BackupList } from './BackupList'
import { BackupProgressLine } from './BackupProgressLine'
import { VouchForRestore } from './VouchForRestore'
import { useBackups } from './backups-slice'
import { useRestore } from './restore-slice'

/** The steps of putting books back; each says what happens next, and nothing is changed before the last. */
export function RestoreSteps() {
  const text = useText()
  const { step, preview, result, error, sealed, awaiting } = useRestore()
  return (
    <div className="restore-steps">
      {step === 'choose' && sealed && <OpenSealedBackup of={sealed.of} key={sealed.of} />}
      {step === 'choose' && awaiting && <VouchForRestore people={awaiting.people} />}
      {step === 'choose' && !sealed && !awaiting && <ChooseBackup />}
      {step === 'confirm' && preview && <WhatItMeans preview={preview} />}
      {step === 'working' && <Working />}
      {step === 'done' && result && <Done result={result} />}
      {error && <FormError>{errorText(text, error)}</FormError>}
    </div>
  )
}

function ChooseBackup() {
  const { t } = useText()
  const status = useBackups(state => state.status)
  if (!status) return null
  const { backups, folder } = status
  return (
    <>
      <p>{backups.length > 0 ? t('restore.choose') : t('restore.none', { folder })}</p>
      <BackupList
        backups={backups}
        action={t('restore.choose.action')}
        onChoose={name => void useRestore.getState().choose(name)}
      />
      <div className="actions">
        <Button icon={FolderOpen} onPress={() => void useBackups.getState().chooseFolder()}>
          {t('restore.otherFolder')}
        </Button>
      </div>
    </>
  )
}

function WhatItMeans({ preview }: { readonly preview: RestorePreview }) {
  const text = useText()
  const { t, instant } = text
  const { backup, receivedSince, onDisk, fileNames, changesSince } = preview
  const isInVault = useVault(state => state.status?.isOn ?? false)
  const gone = receivedSince - onDisk
  const unnamed = receivedSince - fileNames.length
  const company = backup.companyName === '' ? t('company.unnamed') : backup.companyName
  return (
    <>
      <Facts
        facts={[
          [t('restore.fact.made'), instant(backup.madeAt)],
          // What is encrypted does not say beside it whose books it holds.
          ...(backup.isSealed ? [] : [[t('restore.fact.company'), company] as const]),
          [t('restore.fact.documents'), text.number(backup.documents)],
          [t('restore.fact.size'), text.bytes(backup.bytes)],
        ]}
      />
      <ul className="restore-effects">
        <li>
          <History aria-hidden="true" />
          {changesSince === null ? t('restore.changes.unknown') : t('restore.changes', { count: changesSince })}
        </li>
        <li>
          <RotateCcw aria-hidden="true" />
          <span>
            {t('restore.since', { count: receivedSince, onDisk })}
            {fileNames.length > 0 && (
              <span className="muted">
                {' '}
                {fileNames.join(', ')}
                {unnamed > 0 && ` ${t('restore.since.more', { count: unnamed })}`}
              </span>
            )}
          </span>
        </li>
        {gone > 0 && (
          <li className="critical-ink">
            <TriangleAlert aria-hidden="true" />
            {t('restore.gone', { count: gone })}
          </li>
        )}
        {backup.lost > 0 && (
          <li className="check-ink">
            <TriangleAlert aria-hidden="true" />
            {t('backups.lost', { count: backup.lost })}
          </li>
        )}
        {isInVault && !backup.isSealed && (
          <li className="check-ink">
            <TriangleAlert aria-hidden="true" />
            {t('vault.backup.plain')}
          </li>
        )}
        <li>
          <CircleCheck aria-hidden="true" />
          {t('restore.kept')}
        </li>
      </ul>
      <div className="actions">
        <Button onPress={() => useRestore.getState().back()}>{t('restore.another')}</Button>
        <Button tone="primary" icon={RotateCcw} autoFocus onPress={() => void useRestore.getState().restore()}>
          {t('restore.action', { at: instant(backup.madeAt) })}
        </Button>
      </div>
    </>
  )
}

function Working() {
  const running = useBackups(state => state.status?.running ?? null)
  return (
    <BackupProgressLine
      running={running?.task === 'restore' ? running : { task: 'restore', stage: 'check', bytes: 0, of: 1 }}
    />
  )
}

function Done({ result }: { readonly result: RestoreResult }) {
  const { t, instant } = useText()
  const { backup, takenAgain, setAside, toReconnect } = result
  return (
    <div role="status">
      <p className="verdict-head good-ink">
        <CircleCheck aria-hidden="true" />
        {t('restore.done', { at: instant(backup.madeAt), count: backup.documents })}
      </p>
      <ul className="restore-effects">
        {takenAgain > 0 && <li>{t('restore.done.again', { count: takenAgain })}</li>}
        {setAside !== null && <li>{t('restore.done.aside', { folder: setAside })}</li>}
        {toReconnect.map(service => (
          <li key={service} className="check-ink">
            <TriangleAlert aria-hidden="true" />
            {t('restore.done.reconnect', { service })}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button tone="primary" autoFocus onPress={() => useRestore.getState().close()}>
          {t('restore.done.open')}
        </Button>
      </div>
    </div>
  )
}
