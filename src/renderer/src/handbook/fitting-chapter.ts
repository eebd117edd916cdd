import { useCounts } from '../app/counts-slice'
import { useEngineState } from '../app/engine-state'
import { useLock } from '../app/lock-slice'
import { useNavigation, type Screen } from '../app/navigation'
import { useHandbook } from './handbook-slice'

const ofScreen: Readonly<Record<Exclude<Screen, 'settings'>, string>> = {
  inbox: 'exceptions',
  review: 'exceptions',
  vendors: 'teaching',
  accounts: 'accounts',
  rules: 'rules',
  sync: 'posting',
  activity: 'evidence',
  analytics: 'evidence',
  conservation: 'evidence',
}

/** The sections of Settings that a chapter speaks about. */
const ofSection: Readonly<Record<string, string>> = {
  display: 'keys',
  templates: 'rules',
  people: 'people',
  ledger: 'posting',
  paperless: 'intake',
  folders: 'intake',
  model: 'privacy',
  privacy: 'privacy',
  metrics: 'privacy',
  backups: 'backups',
  vault: 'backups',
  data: 'backups',
  updates: 'updates',
}

const begin = 'first-bill'

/** Where the first bill comes by, from an empty Inbox to BigCapital. */
const onItsWay: ReadonlySet<string> = new Set(['inbox', 'review', 'sync', 'display', 'company', 'ledger'])

/**
 * The chapter about what the person looks at: what keeps the books closed, the screen, in Settings the section. Before the first document that is how
 * the first bill comes about; whoever began to read that finds it on the bill's way until one is posted.
 */
export function fittingChapter(): string {
  const { state, error } = useEngineState.getState()
  if (state === 'failed') return error === 'vault_locked' ? 'backups' : 'runbook'
  if (useLock.getState().status?.isLocked) return 'people'
  const { screen, sectionInView } = useNavigation.getState()
  const { conservation, tabs } = useCounts.getState()
  const { chapter, openedFor } = useHandbook.getState()
  const hasBegun = openedFor !== null && chapter === begin && tabs.posted === 0
  const sight = screen === 'settings' ? sectionInView : screen
  if (onItsWay.has(sight) && (conservation.received === 0 || hasBegun)) return begin
  return screen === 'settings' ? (ofSection[sectionInView] ?? 'install') : ofScreen[screen]
}
