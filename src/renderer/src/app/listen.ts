import type { DocumentId } from '../../../shared/ids'
import { useChart } from '../coding/chart/chart-slice'
import { usePending } from '../coding/pending-slice'
import { useAnalytics } from '../analytics/analytics-slice'
import { useBackups } from '../backups/backups-slice'
import { useRestore } from '../backups/restore-slice'
import { engine as windowEngine, type Client } from '../engine-client'
import { deepRow, useInbox } from '../inbox/inbox-slice'
import { openHandbook } from '../handbook/open-handbook'
import { errorText } from '../i18n/sentences'
import { notify, notifyError } from '../parts/toasts'
import { useViews } from '../inbox/views-slice'
import { useDiagnostics } from '../settings/diagnostics-slice'
import { useLanguage } from '../i18n/t'
import { useReview } from '../review/state/review-store'
import { useModel } from '../settings/model-slice'
import { useRules } from '../rules/rules-slice'
import { useSettings } from '../settings/settings-slice'
import { useUpdates } from '../settings/updates-slice'
import { useMerge } from '../vendors/merge-slice'
import { useVault } from '../vault/vault-slice'
import { useVendors } from '../vendors/vendors-slice'
import { alertWhenMore } from '../sync/alert'
import { useCompany } from './company-slice'
import { useCounts } from './counts-slice'
import { useEngineState } from './engine-state'
import { useLedger } from './ledger-slice'
import { useLock } from './lock-slice'
import { useNavigation } from './navigation'
import { useNetwork } from './network-slice'
import { usePaperless } from './paperless-slice'
import { usePeople } from './people-slice'
import { throttle } from './throttle'
import { showUrgent } from './urgent-lists'

/** Counts may change with every document read; the eye needs no more than this. In milliseconds. */
const countsEveryMs = 250
const listEveryMs = 500
const rulesEveryMs = 1000
const accountsEveryMs = 1000
const figuresEveryMs = 2000

/** Asks for everything the frame shows: first whose books, how to show them and the list, which the accountant waits for. */
async function loadEverything(): Promise<void> {
  await Promise.all([
    useCompany.getState().load(),
    useSettings.getState().load(),
    useInbox.getState().load(),
    useCounts.getState().load(),
    useLedger.getState().load(),
    usePaperless.getState().load(),
    usePaperless.getState().loadFolders(),
    useModel.getState().load(),
    useNetwork.getState().load(),
    usePeople.getState().load(),
    usePending.getState().recount(),
  ])
}

/** Everything there is to show; of locked books only how to show that they are. */
export async function loadUnlessLocked(): Promise<void> {
  await useLock.getState().load()
  const { status } = useLock.getState()
  if (status?.isLocked) useSettings.getState().showAs(status.look)
  else await loadEverything()
}

/**
 * Keeps the slices in step with what the engine announces.
 * @returns its own undo
 */
export function listenToEngine(client: Client = windowEngine): () => void {
  const loadCounts = throttle(() => void useCounts.getState().load(), countsEveryMs)
  const refreshList = throttle(() => void useInbox.getState().refresh(), listEveryMs)
  const recountRules = throttle(() => void useRules.getState().recount(), rulesEveryMs)
  const lookForPending = throttle(() => {
    const { load, recount } = usePending.getState()
    void (useNavigation.getState().screen === 'accounts' ? load() : recount())
  }, accountsEveryMs)
  const reloadFigures = throttle(() => {
    if (useNavigation.getState().screen === 'analytics') void useAnalytics.getState().load()
  }, figuresEveryMs)
  // What waits for the network grows with the work; while it may be used nobody looks.
  const loadWaiting = throttle(() => {
    if (useNetwork.getState().isClosed) void useNetwork.getState().load()
  }, listEveryMs)
  const loadBackups = throttle(() => void useBackups.getState().load(), countsEveryMs)
  // One after the other: two answers compared with the same one before would count the same bills twice.
  let ledgerLoaded = Promise.resolve()
  const loadLedger = () => {
    ledgerLoaded = ledgerLoaded.then(async () => {
      const before = useLedger.getState().ledger
      await useLedger.getState().load()
      alertWhenMore(before, useLedger.getState().ledger)
    })
  }
  const loadPaperless = throttle(() => void usePaperless.getState().load(), countsEveryMs)
  const undo = [
    client.on('counts.changed', () => {
      loadCounts()
      loadWaiting()
      refreshList()
      reloadFigures()
    }),
    client.on('document.changed', ({ documentIds }) => {
      loadCounts()
      lookForPending()
      reloadFigures()
      if (useNavigation.getState().screen === 'rules') recountRules()
      if (useInbox.getState().lastVisible > deepRow) void useInbox.getState().reloadRows(documentIds)
      else refreshList()
    }),
    client.on('vendor.changed', () => {
      void useVendors.getState().refresh()
      if (useNavigation.getState().screen === 'vendors') void useMerge.getState().load()
    }),
    client.on('settings.changed', () => {
      const { language } = useLanguage.getState()
      void useSettings
        .getState()
        .load()
        .then(() => language !== useLanguage.getState().language && retell())
      // The title says the company's name.
      void useCompany.getState().load()
      void useViews.getState().load()
    }),
    client.on('people.changed', () => {
      void usePeople.getState().load()
      // Whoever sits here now is asked other things.
      loadCounts()
    }),
    client.on('updates.changed', updates => useUpdates.getState().show(updates)),
    client.on('lock.changed', () => void loadUnlessLocked()),
    client.on('document.wanted', ({ documentId }) => void showLinked(client, documentId)),
    client.on('notice.chosen', ({ kind }) => void showUrgent(kind)),
    client.on('help.chosen', ({ topic }) =>
      topic === 'handbook' ? openHandbook() : void useDiagnostics.getState().collect(),
    ),
    client.on('notices.raised', ({ notices }) => {
      const asked = notices.find(({ kind }) => kind === 'asked')
      // The system's notification is for those who look elsewhere; the other kinds stand in the counts.
      if (!asked || !document.hasFocus()) return
      notify({
        text: ({ t }) => t('notice.asked', { count: asked.count }),
        tone: 'info',
        action: { label: 'notice.show', run: () => showUrgent('asked') },
      })
    }),
    client.on('network.changed', () => {
      void useNetwork.getState().load()
      void useLedger.getState().load()
      void useModel.getState().load()
      loadPaperless()
    }),
    client.on('paperless.changed', loadPaperless),
    client.on('backup.changed', loadBackups),
    client.on('vault.changed', () => void useVault.getState().load()),
    client.on('folders.changed', () => void usePaperless.getState().loadFolders()),
    client.on('automation.changed', () => {
      if (useNavigation.getState().screen === 'rules') void useRules.getState().load()
    }),
    client.on('history.walked', ({ walk, done, of }) => useRules.getState().hearWalk(walk, { done, of })),
    client.on('ledger.changed', loadLedger),
    client.on('model.changed', () => void useModel.getState().load()),
    client.on('company.changed', () => {
      useInbox.getState().forget()
      useVendors.getState().forget()
      usePending.getState().forget()
      useChart.getState().forget()
      if (useNavigation.getState().screen === 'accounts')
        void usePending.getState().load().then(useChart.getState().load)
      useAnalytics.getState().forget()
      reloadFigures()
      if (useNavigation.getState().screen === 'review') useNavigation.getState().show('inbox')
      void useVault.getState().load()
      void loadUnlessLocked()
    }),
    client.on('intake.refused', ({ fileName, error }) => {
      notify({
        text: text => text.t('intake.refused', { fileName, reason: errorText(text, error) }),
        tone: 'critical',
      })
    }),
    client.on('intake.finished', ({ received, duplicates, refused }) => {
      notify({ text: ({ t }) => t('intake.finished', { received, duplicates, refused }), tone: 'info' })
    }),
    client.on('engine.state', ({ state, error }) => {
      const before = useEngineState.getState()
      useEngineState.setState({ state, error })
      if (state === 'running' && before.state !== 'running') {
        const { step } = useRestore.getState()
        // Whoever has just opened the vault, or put the books back, knows.
        const isKnown = before.error === 'vault_locked' || step === 'working' || step === 'done'
        if (!isKnown) notify({ text: ({ t }) => t('engine.back'), tone: 'good' })
        void loadUnlessLocked()
      }
    }),
  ]
  return () => undo.forEach(stop => stop())
}

/** What the engine tells in the language chosen, such as names of accounts, is asked for again once it is another. */
function retell(): void {
  if (useReview.getState().documentId !== null) void useReview.getState().reload()
  if (useNavigation.getState().screen === 'accounts') void usePending.getState().load()
}

/** A link may be old, or mean a document of the other company. */
async function showLinked(client: Client, documentId: DocumentId): Promise<void> {
  const reply = await client.call('document.get', { documentId })
  if (reply.ok) useNavigation.getState().openReview(documentId, [documentId])
  else notifyError(reply.error)
}
