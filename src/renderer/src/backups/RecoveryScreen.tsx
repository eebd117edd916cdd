import { DatabaseBackup, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ErrorCode } from '../../../shared/result'
import { speakAsTheSystem } from '../app/speak-as-the-system'
import { engine } from '../engine-client'
import { HandbookButton } from '../handbook/HandbookButton'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { notifyError } from '../parts/toasts'
import { DiagnosticsButton } from '../settings/DiagnosticsButton'
import { useBackups } from './backups-slice'
import { ExportNewerBooks } from './ExportNewerBooks'
import { useRestore } from './restore-slice'
import { RestoreSteps } from './RestoreSteps'

/** Why books cannot be opened, where a backup helps. */
export type Recoverable = Extract<
  ErrorCode,
  'store_damaged' | 'store_lost_commits' | 'store_from_newer_app' | 'store_migration_broken' | 'vault_unreadable'
>
const recoverable: readonly ErrorCode[] = [
  'store_damaged',
  'store_lost_commits',
  'store_from_newer_app',
  'store_migration_broken',
  'vault_unreadable',
] satisfies readonly Recoverable[]

export function isRecoverable(code: ErrorCode | null): code is Recoverable {
  return code !== null && recoverable.includes(code)
}

/**
 * Fills the window when the books cannot be opened: says why, looks for the newest backup that holds, and shows what
 * choosing it means. One key puts it back.
 */
export function RecoveryScreen({ reason }: { readonly reason: Recoverable }) {
  const { t } = useText()
  const { step } = useRestore()
  const [isLooking, setIsLooking] = useState(true)
  useEffect(() => {
    speakAsTheSystem()
    let isCurrent = true
    void offerBackup(reason).then(() => isCurrent && setIsLooking(false))
    return () => {
      isCurrent = false
    }
  }, [reason])
  return (
    <main className="recovery">
      <div className="recovery-card">
        {step !== 'done' && (
          <header>
            {reason === 'store_from_newer_app' ? (
              <DatabaseBackup aria-hidden="true" />
            ) : (
              <TriangleAlert aria-hidden="true" className="critical-ink" />
            )}
            <div role="alert">
              <h1>{t(`recovery.${reason}.title`)}</h1>
              <p>{t(`recovery.${reason}.body`)}</p>
            </div>
          </header>
        )}
        {step === 'done' && <h1>{t('recovery.done')}</h1>}
        {reason === 'store_from_newer_app' && step === 'choose' && <ExportNewerBooks />}
        {isLooking ? <p role="status">{t('recovery.looking')}</p> : <RestoreSteps />}
        {reason === 'store_lost_commits' && step !== 'working' && step !== 'done' && <OpenAsTheyAre />}
        {step !== 'working' && step !== 'done' && (
          <footer className="recovery-other">
            <HandbookButton />
            <DiagnosticsButton />
          </footer>
        )}
      </div>
    </main>
  )
}

/** Older books may be right: somebody put a copy in their place. */
function OpenAsTheyAre() {
  const { t } = useText()
  const accept = async () => {
    const reply = await engine.call('backup.acceptLoss')
    if (reply.ok) useRestore.getState().close()
    else notifyError(reply.error)
  }
  return (
    <div className="recovery-other">
      <p className="muted">{t('recovery.accept.hint')}</p>
      <Button onPress={() => void accept()}>{t('recovery.accept')}</Button>
    </div>
  )
}

async function offerBackup(reason: Recoverable): Promise<void> {
  useRestore.getState().open()
  const { load, findSound } = useBackups.getState()
  await load()
  // Books of a newer version are sound: the first advice is to install it, not to go back.
  if (reason === 'store_from_newer_app') return
  // What is sealed can be looked through only when its secret was typed.
  const newest = () => useBackups.getState().status?.backups[0]
  const offered = reason === 'vault_unreadable' ? newest() : await findSound()
  if (offered) await useRestore.getState().choose(offered.name)
}
