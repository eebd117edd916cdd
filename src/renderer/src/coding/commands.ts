import { Check, FolderTree, GraduationCap, Pencil, SquareCheck, Trash2, TriangleAlert, Undo2 } from 'lucide-react'
import { useNavigation } from '../app/navigation'
import type { Command } from '../commands/command'
import { codingTabs, useCodingView, type CodingTab } from './coding-view'
import { usePending } from './pending-slice'

const where = 'accounts'
const pending = () => usePending.getState()

/** Only while the list of what waits is shown and has something in it. */
function isPending(): boolean {
  return useCodingView.getState().tab === 'pending' && pending().groups.length > 0
}

const tabLabels = {
  pending: 'coding.tab.pending',
  chart: 'coding.tab.chart',
  lessons: 'coding.tab.lessons',
  products: 'coding.tab.products',
  accuracy: 'coding.tab.accuracy',
} as const satisfies Record<CodingTab, string>

const tabCommands: readonly Command[] = codingTabs.map((tab, index) => ({
  id: `coding.tab.${tab}`,
  label: tabLabels[tab],
  group: 'list',
  where,
  keys: [`Alt+${index + 1}`],
  run: () => useCodingView.getState().choose(tab),
}))

/** What the Accounts screen can do. The list handles its own arrows, Space and digits; those are only listed here. */
export const codingCommands: readonly Command[] = [
  {
    id: 'go.accounts',
    label: 'command.goAccounts',
    group: 'places',
    where: 'anywhere',
    keys: ['G A'],
    icon: FolderTree,
    run: () => useNavigation.getState().show('accounts'),
  },
  {
    id: 'accounts.back',
    label: 'command.back',
    group: 'anywhere',
    where,
    keys: ['Escape'],
    icon: Undo2,
    run: () => (pending().selection.size > 0 ? pending().clearSelection() : useNavigation.getState().back()),
  },
  {
    id: 'coding.confirm',
    label: 'coding.command.confirm',
    group: 'coding',
    where,
    pane: 'pending',
    keys: ['Enter'],
    icon: Check,
    isEnabled: isPending,
    run: () => pending().confirm(),
  },
  {
    id: 'coding.correct',
    label: 'coding.command.correct',
    group: 'coding',
    where,
    keys: ['C'],
    icon: Pencil,
    isEnabled: isPending,
    run: () => pending().startCorrecting(),
  },
  { id: 'coding.choose', label: 'coding.command.choose', group: 'coding', where, pane: 'pending', keys: ['1', '9'] },
  { id: 'coding.select', label: 'coding.command.select', group: 'coding', where, pane: 'pending', keys: ['Space'] },
  {
    id: 'coding.selectVendor',
    label: 'coding.command.selectVendor',
    group: 'coding',
    where,
    keys: ['V'],
    icon: SquareCheck,
    isEnabled: isPending,
    run: () => pending().selectVendor(),
  },
  {
    id: 'coding.open',
    label: 'coding.command.open',
    group: 'coding',
    where,
    keys: ['O'],
    isEnabled: isPending,
    run: () => {
      const { groups, cursor } = pending()
      const line = groups[cursor]?.lines[0]
      if (line) useNavigation.getState().openReview(line.documentId, [line.documentId])
    },
  },
  {
    id: 'coding.forget',
    label: 'coding.command.forget',
    group: 'coding',
    where,
    keys: ['F'],
    icon: Trash2,
    isEnabled: () => isPending() && pending().behind.length > 0,
    run: () => pending().forgetBehind(),
  },
  {
    id: 'coding.seeLessons',
    label: 'coding.command.seeLessons',
    group: 'coding',
    where,
    keys: ['S'],
    icon: GraduationCap,
    // Beside the notice of what was just learned; elsewhere the tab has its own key.
    isEnabled: () => useCodingView.getState().tab === 'pending' && pending().learned !== null,
    run: () => useCodingView.getState().showLessons(pending().learned?.vendorName ?? ''),
  },
  {
    id: 'coding.doubtful',
    label: 'coding.command.doubtful',
    group: 'coding',
    where,
    keys: ['D'],
    icon: TriangleAlert,
    isEnabled: () => useCodingView.getState().tab === 'pending',
    run: () => pending().setOnlyDoubtful(!pending().onlyDoubtful),
  },
  {
    id: 'coding.undo',
    label: 'command.undo',
    group: 'coding',
    where,
    keys: ['Mod+Z'],
    whileTyping: false,
    icon: Undo2,
    isEnabled: () => pending().lastUndo !== null,
    run: () => pending().undo(),
  },
  ...tabCommands,
]
