import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ActivityScreen } from '../activity/ActivityScreen'
import { AnalyticsScreen } from '../analytics/AnalyticsScreen'
import { ConservationScreen } from '../activity/ConservationScreen'
import { CodingScreen } from '../coding/CodingScreen'
import { isRecoverable, RecoveryScreen, type Recoverable } from '../backups/RecoveryScreen'
import { RestoreDialog } from '../backups/RestoreDialog'
import { useRestore } from '../backups/restore-slice'
import { listenToKeys } from '../commands/keyboard'
import { CompareDialog } from '../compare/CompareDialog'
import { HandbookDialog } from '../handbook/HandbookDialog'
import { HelpSheet } from '../commands/HelpSheet'
import { Palette } from '../commands/Palette'
import { useLanguage } from '../i18n/t'
import { InboxScreen } from '../inbox/InboxScreen'
import { Toasts } from '../parts/Toasts'
import { RulesScreen } from '../rules/RulesScreen'
import { ReviewScreen } from '../review/ReviewScreen'
import { SettingsScreen } from '../settings/SettingsScreen'
import { DiagnosticsDialog } from '../settings/DiagnosticsDialog'
import { useSettings } from '../settings/settings-slice'
import { DryRunDialog } from '../sync/DryRun'
import { SyncScreen } from '../sync/SyncScreen'
import { UnlockScreen } from '../vault/UnlockScreen'
import { VendorsScreen } from '../vendors/VendorsScreen'
import { useAppearance } from './appearance'
import { Banners } from './Banners'
import { DropZone } from './DropZone'
import { useEngineState } from './engine-state'
import { FileInputs } from './FileInputs'
import { listenToEngine, loadUnlessLocked } from './listen'
import { useNavigation, type Screen } from './navigation'
import { useOverlays } from './overlays'
import { LockScreen } from './LockScreen'
import { useLock } from './lock-slice'
import { Rail } from './Rail'
import { SignInDialog } from './SignInDialog'
import { StatusBar } from './StatusBar'
import { TitleBar } from './TitleBar'
import { useIdleLock } from './use-idle-lock'

const screens: Readonly<Record<Screen, () => React.ReactNode>> = {
  inbox: InboxScreen,
  review: ReviewScreen,
  vendors: VendorsScreen,
  accounts: CodingScreen,
  rules: RulesScreen,
  sync: SyncScreen,
  activity: ActivityScreen,
  analytics: AnalyticsScreen,
  conservation: ConservationScreen,
  settings: SettingsScreen,
}

/** Why the window is given over to recovery: until books are back, and until what was done was read. */
function useRecovery(): Recoverable | null {
  const { state, error } = useEngineState()
  const isOpen = useRestore(restore => restore.isOpen)
  const [reason, setReason] = useState<Recoverable | null>(null)
  const failed = state === 'failed' && isRecoverable(error) ? error : null
  if (failed !== null && failed !== reason) setReason(failed)
  if (failed === null && reason !== null && !isOpen) setReason(null)
  return failed ?? reason
}

/** Until somebody opened the vault, or put a backup in place of what is in it and read what was done. */
function useVaultLocked(): boolean {
  const isLocked = useEngineState(({ state, error }) => state === 'failed' && error === 'vault_locked')
  const isRestoring = useRestore(restore => restore.isOpen)
  const [began, setBegan] = useState(false)
  if (isLocked && isRestoring && !began) setBegan(true)
  if (!isRestoring && began) setBegan(false)
  return isLocked || (began && isRestoring)
}

/** The window: the books; while they or their vault are locked, nothing of them; where they cannot be opened, the way back. */
export function Shell() {
  const status = useLock(state => state.status)
  const language = useLanguage(state => state.language)
  const recovery = useRecovery()
  const isVaultLocked = useVaultLocked()
  const isLocked = isVaultLocked || status?.isLocked === true
  useAppearance()
  // What lay open over the books is in the way of whoever comes to unlock them.
  useEffect(() => {
    if (isLocked) useOverlays.getState().close()
  }, [isLocked])
  useEffect(() => {
    const undo = listenToEngine()
    void loadUnlessLocked()
    return undo
  }, [])
  return (
    <I18nProvider locale={language}>
      {recovery !== null && <RecoveryScreen reason={recovery} />}
      {recovery === null && isVaultLocked && <UnlockScreen />}
      {recovery === null && !isVaultLocked && (status?.isLocked ? <LockScreen status={status} /> : <Workspace />)}
      <DiagnosticsDialog />
      <HandbookDialog />
      {isVaultLocked || (recovery === null && status?.isLocked) ? null : <Toasts />}
    </I18nProvider>
  )
}

/** The frame, the screen chosen, and what floats above it. */
function Workspace() {
  const screen = useNavigation(state => state.screen)
  useIdleLock()
  useEffect(
    () =>
      listenToKeys(window, {
        screen: () => useNavigation.getState().screen,
        singleKeyShortcuts: () => useSettings.getState().settings.singleKeyShortcuts,
        now: () => performance.now(),
      }),
    [],
  )
  const Screen = screens[screen]
  return (
    <>
      <div className="app">
        <TitleBar />
        <Rail />
        <main className="main">
          <Banners />
          <Screen />
        </main>
        <StatusBar />
      </div>
      <FileInputs />
      <DropZone />
      <CompareDialog />
      <RestoreDialog />
      <Palette />
      <HelpSheet />
      <DryRunDialog />
      <SignInDialog />
    </>
  )
}
