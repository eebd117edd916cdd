import {
  AlarmClock,
  BookOpen,
  FilePlus,
  FolderPlus,
  Globe,
  Inbox,
  Keyboard,
  Lock,
  MessageCircleQuestionMark,
  Monitor,
  Moon,
  Pause,
  RefreshCw,
  ScanSearch,
  Search,
  Settings,
  ShieldCheck,
  Store,
  Stethoscope,
  Sun,
  Undo2,
  UserRound,
  Users,
  WifiOff,
  Workflow,
} from 'lucide-react'
import { useCompany } from '../app/company-slice'
import { useCounts } from '../app/counts-slice'
import { chooseFiles, chooseFolder } from '../app/intake'
import { useLedger } from '../app/ledger-slice'
import { locksOf, useLock } from '../app/lock-slice'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { useOverlays } from '../app/overlays'
import { isTeamOf, nextPerson, usePeople } from '../app/people-slice'
import { openReviewQueue } from '../app/review-queue'
import { focusSearch } from '../app/search'
import { showMine, showUrgent } from '../app/urgent-lists'
import { openHandbook } from '../handbook/open-handbook'
import { useDiagnostics } from '../settings/diagnostics-slice'
import { useSettings } from '../settings/settings-slice'
import { useVerify } from '../settings/verify-slice'
import type { Command } from './command'

/** Lists that somebody asks for often, from anywhere. */
const lists: readonly Command[] = [
  {
    id: 'list.mine',
    label: 'command.mine',
    group: 'anywhere',
    where: 'anywhere',
    icon: UserRound,
    isForTeams: true,
    isEnabled: () => isTeamOf(usePeople.getState()),
    run: showMine,
  },
  {
    id: 'list.asked',
    label: 'command.asked',
    group: 'anywhere',
    where: 'anywhere',
    icon: MessageCircleQuestionMark,
    isForTeams: true,
    isEnabled: () => isTeamOf(usePeople.getState()),
    run: () => showUrgent('asked'),
  },
  {
    id: 'list.overdue',
    label: 'command.overdue',
    group: 'anywhere',
    where: 'anywhere',
    icon: AlarmClock,
    run: () => showUrgent('overdue'),
  },
]

const go = (screen: 'inbox' | 'vendors' | 'rules' | 'sync' | 'settings') => () => useNavigation.getState().show(screen)

/** Esc leads back to where the person came from; Inbox and Review have their own meaning of it. */
const back = (screen: 'vendors' | 'rules' | 'sync' | 'settings'): Command => ({
  id: `${screen}.back`,
  label: 'command.back',
  group: 'anywhere',
  where: screen,
  keys: ['Escape'],
  icon: Undo2,
  run: () => useNavigation.getState().back(),
})

/** What works on every screen. */
export const anywhereCommands: readonly Command[] = [
  ...lists,
  {
    id: 'app.palette',
    label: 'command.palette',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['Mod+K'],
    icon: Search,
    run: () => useOverlays.getState().show('palette'),
  },
  {
    id: 'app.search',
    label: 'command.search',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['/'],
    icon: Search,
    run: focusSearch,
  },
  {
    id: 'app.help',
    label: 'command.help',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['?'],
    icon: Keyboard,
    run: () => useOverlays.getState().show('help'),
  },
  {
    id: 'app.handbook',
    label: 'command.handbook',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['F1'],
    icon: BookOpen,
    run: openHandbook,
  },
  {
    id: 'file.add',
    label: 'command.addFiles',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['Mod+O'],
    icon: FilePlus,
    run: chooseFiles,
  },
  {
    id: 'folder.add',
    label: 'command.addFolder',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['Mod+Shift+O'],
    icon: FolderPlus,
    run: chooseFolder,
  },
  {
    id: 'go.inbox',
    label: 'command.goInbox',
    group: 'places',
    where: 'anywhere',
    keys: ['G I'],
    icon: Inbox,
    run: go('inbox'),
  },
  {
    id: 'go.review',
    label: 'command.goReview',
    group: 'places',
    where: 'anywhere',
    keys: ['G R'],
    icon: ScanSearch,
    run: () => openReviewQueue(),
  },
  {
    id: 'go.vendors',
    label: 'command.goVendors',
    group: 'places',
    where: 'anywhere',
    keys: ['G V'],
    icon: Store,
    run: go('vendors'),
  },
  {
    id: 'go.rules',
    label: 'command.goRules',
    group: 'places',
    where: 'anywhere',
    keys: ['G U'],
    icon: Workflow,
    run: go('rules'),
  },
  {
    id: 'go.sync',
    label: 'command.goSync',
    group: 'places',
    where: 'anywhere',
    keys: ['G S'],
    icon: RefreshCw,
    run: go('sync'),
  },
  {
    id: 'go.settings',
    label: 'command.goSettings',
    group: 'places',
    where: 'anywhere',
    keys: ['G T', 'Mod+,'],
    icon: Settings,
    run: go('settings'),
  },
  back('vendors'),
  back('rules'),
  back('sync'),
  back('settings'),
  {
    id: 'person.next',
    label: 'command.nextPerson',
    group: 'anywhere',
    where: 'anywhere',
    icon: Users,
    isForTeams: true,
    isEnabled: () => nextPerson(usePeople.getState()) !== undefined,
    run: async () => {
      const person = nextPerson(usePeople.getState())
      if (person) await usePeople.getState().sit(person.id)
    },
  },
  {
    id: 'lock.now',
    label: 'command.lock',
    group: 'anywhere',
    where: 'anywhere',
    keys: ['Mod+L'],
    icon: Lock,
    isEnabled: () => locksOf(useLock.getState()),
    run: () => useLock.getState().lock(),
  },
  {
    id: 'company.openSample',
    label: 'command.openSample',
    group: 'anywhere',
    where: 'anywhere',
    isEnabled: () => useCompany.getState().company?.key === 'own',
    run: () => useCompany.getState().open('sample'),
  },
  {
    id: 'company.openOwn',
    label: 'command.openOwn',
    group: 'anywhere',
    where: 'anywhere',
    isEnabled: () => useCompany.getState().company?.key === 'sample',
    run: () => useCompany.getState().open('own'),
  },
  {
    id: 'ledger.sync',
    label: 'command.syncNow',
    group: 'anywhere',
    where: 'anywhere',
    icon: RefreshCw,
    isEnabled: () => useLedger.getState().ledger.connected && !useNetwork.getState().isClosed,
    run: () => useLedger.getState().sync(),
  },
  {
    id: 'network.close',
    label: 'command.airGapOn',
    group: 'anywhere',
    where: 'anywhere',
    icon: WifiOff,
    isEnabled: () => !useNetwork.getState().isClosed,
    run: () => useNetwork.getState().setClosed(true),
  },
  {
    id: 'network.open',
    label: 'command.airGapOff',
    group: 'anywhere',
    where: 'anywhere',
    icon: Globe,
    isEnabled: () => useNetwork.getState().isClosed,
    run: () => useNetwork.getState().setClosed(false),
  },
  {
    id: 'queue.pause',
    label: 'command.pauseReading',
    group: 'anywhere',
    where: 'anywhere',
    icon: Pause,
    run: () => useCounts.getState().setPaused(!useCounts.getState().progress.isPaused),
  },
  {
    id: 'help.diagnostics',
    label: 'command.diagnostics',
    group: 'anywhere',
    where: 'anywhere',
    icon: Stethoscope,
    run: () => useDiagnostics.getState().collect(),
  },
  {
    id: 'store.verify',
    label: 'command.verifyStore',
    group: 'anywhere',
    where: 'anywhere',
    icon: ShieldCheck,
    run: () => {
      useNavigation.getState().openSettings('data')
      return useVerify.getState().run()
    },
  },
  {
    id: 'theme.light',
    label: 'command.themeLight',
    group: 'anywhere',
    where: 'anywhere',
    icon: Sun,
    run: async () => void (await useSettings.getState().change({ theme: 'light' })),
  },
  {
    id: 'theme.dark',
    label: 'command.themeDark',
    group: 'anywhere',
    where: 'anywhere',
    icon: Moon,
    run: async () => void (await useSettings.getState().change({ theme: 'dark' })),
  },
  {
    id: 'theme.system',
    label: 'command.themeSystem',
    group: 'anywhere',
    where: 'anywhere',
    icon: Monitor,
    run: async () => void (await useSettings.getState().change({ theme: 'system' })),
  },
]
