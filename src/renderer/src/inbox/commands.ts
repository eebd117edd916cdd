import {
  Archive,
  Bookmark,
  BookmarkPlus,
  Check,
  CheckCheck,
  Columns2,
  Columns3,
  ListChecks,
  PanelRight,
  Pause,
  RotateCcw,
  SquarePen,
  Undo2,
  UserRound,
  X,
} from 'lucide-react'
import { InboxSort, InboxTab } from '../../../shared/inbox'
import { isTeamOf, usePeople } from '../app/people-slice'
import { focusSearch } from '../app/search'
import { useCounts } from '../app/counts-slice'
import type { Command } from '../commands/command'
import { useCompare } from '../compare/compare-slice'
import { approveTargets, restoreTargets, retryTargets, reviewRow, targets, useInboxActions } from './inbox-actions'
import { useInbox } from './inbox-slice'
import { usePreview } from './preview-slice'
import { useViews } from './views-slice'

const where = 'inbox'
const hasTarget = () => targets().length > 0

/** Two chosen documents beside each other; of one, its likeliest twin. */
async function compareTargets(): Promise<void> {
  const [one, other, ...more] = targets()
  if (one === undefined) return
  const isPair = other !== undefined && more.length === 0
  await useCompare.getState().open(one, isPair ? other : null)
}
const sorts = InboxSort.shape.by.removeDefault().options

/** The grid handles arrows, Space and Enter itself, because they belong to the row that has the cursor. */
const gridKeys: readonly Command[] = [
  { id: 'row.up', label: 'command.rowUp', group: 'list', where, keys: ['ArrowUp'] },
  { id: 'row.down', label: 'command.rowDown', group: 'list', where, keys: ['ArrowDown'] },
  { id: 'row.open', label: 'command.openRow', group: 'list', where, keys: ['Enter'], run: () => reviewRow() },
  { id: 'row.select', label: 'command.selectRow', group: 'selection', where, keys: ['Space'] },
  {
    id: 'row.range',
    label: 'command.selectRange',
    group: 'selection',
    where,
    keys: ['Shift+ArrowDown', 'Shift+ArrowUp'],
  },
]

const selectionCommands: readonly Command[] = [
  {
    id: 'selection.all',
    label: 'command.selectAll',
    group: 'selection',
    where,
    keys: ['Mod+A'],
    whileTyping: false,
    run: () => useInbox.getState().selectAll(),
  },
  {
    id: 'selection.clear',
    label: 'command.clearSelection',
    group: 'selection',
    where,
    keys: ['Escape'],
    isEnabled: () => useInbox.getState().selection.size > 0,
    run: () => useInbox.getState().clearSelection(),
  },
  {
    id: 'documents.approve',
    label: 'command.approve',
    group: 'selection',
    where,
    keys: ['A'],
    icon: Check,
    isEnabled: hasTarget,
    run: () => approveTargets(),
  },
  {
    id: 'documents.edit',
    label: 'command.edit',
    group: 'selection',
    where,
    keys: ['E'],
    icon: SquarePen,
    isEnabled: hasTarget,
    run: () => useInboxActions.getState().ask('edit'),
  },
  {
    id: 'documents.settle',
    label: 'command.settleIssues',
    group: 'selection',
    where,
    keys: ['I'],
    icon: ListChecks,
    isEnabled: hasTarget,
    run: () => useInboxActions.getState().ask('settle'),
  },
  {
    id: 'documents.hold',
    label: 'command.hold',
    group: 'selection',
    where,
    keys: ['H'],
    icon: Pause,
    isEnabled: hasTarget,
    run: () => useInboxActions.getState().ask('hold'),
  },
  {
    id: 'documents.compare',
    label: 'command.compare',
    group: 'selection',
    where,
    keys: ['D'],
    icon: Columns2,
    isEnabled: hasTarget,
    run: () => compareTargets(),
  },
  {
    id: 'documents.assign',
    label: 'assign.action',
    group: 'selection',
    where,
    keys: ['M'],
    icon: UserRound,
    isForTeams: true,
    isEnabled: () => hasTarget() && isTeamOf(usePeople.getState()),
    run: () => useInboxActions.getState().ask('assign'),
  },
  {
    id: 'documents.setAside',
    label: 'aside.action',
    group: 'selection',
    where,
    icon: Archive,
    isEnabled: hasTarget,
    run: () => useInboxActions.getState().ask('setAside'),
  },
  {
    id: 'documents.reject',
    label: 'command.reject',
    group: 'selection',
    where,
    keys: ['X'],
    icon: X,
    isEnabled: hasTarget,
    run: () => useInboxActions.getState().ask('reject'),
  },
  {
    id: 'documents.restore',
    label: 'command.restore',
    group: 'selection',
    where,
    keys: ['U'],
    icon: RotateCcw,
    isEnabled: hasTarget,
    run: () => restoreTargets(),
  },
  {
    id: 'documents.retry',
    label: 'command.retry',
    group: 'selection',
    where,
    keys: ['R'],
    icon: RotateCcw,
    isEnabled: hasTarget,
    run: () => retryTargets(),
  },
]

/** What the inbox can do. */
export const inboxCommands: readonly Command[] = [
  ...gridKeys,
  ...selectionCommands,
  {
    id: 'documents.approveReady',
    label: 'command.approveReady',
    group: 'list',
    where,
    keys: ['Mod+Shift+Enter'],
    icon: CheckCheck,
    isEnabled: () => useCounts.getState().tabs.ready > 0,
    run: () => useInboxActions.getState().ask('approveReady'),
  },
  {
    id: 'inbox.preview',
    label: 'command.preview',
    group: 'list',
    where,
    keys: ['P'],
    icon: PanelRight,
    run: () => usePreview.getState().toggle(),
  },
  {
    id: 'inbox.views',
    label: 'command.views',
    group: 'list',
    where,
    keys: ['V'],
    icon: Bookmark,
    run: () => useViews.getState().setMenuOpen(true),
  },
  {
    id: 'inbox.saveView',
    label: 'command.saveView',
    group: 'list',
    where,
    keys: ['Mod+S'],
    icon: BookmarkPlus,
    run: () => useInboxActions.getState().ask('saveView'),
  },
  {
    id: 'inbox.columns',
    label: 'command.columns',
    group: 'list',
    where,
    keys: ['C'],
    icon: Columns3,
    run: () => useInboxActions.getState().ask('columns'),
  },
  {
    id: 'inbox.find',
    label: 'command.search',
    group: 'list',
    where,
    keys: ['Mod+F'],
    run: focusSearch,
  },
  {
    id: 'inbox.undo',
    label: 'command.undo',
    group: 'selection',
    where,
    keys: ['Mod+Z'],
    whileTyping: false,
    icon: Undo2,
    isEnabled: () => useInboxActions.getState().lastUndo !== null,
    run: () => useInboxActions.getState().lastUndo?.(),
  },
  ...InboxTab.options.map((tab, index): Command => ({
    id: `inbox.tab.${tab}`,
    label: `command.tab.${tab}`,
    group: 'list',
    where,
    keys: [String(index + 1)],
    run: () => useInbox.getState().showTab(tab),
  })),
  ...sorts.map((by): Command => ({
    id: `inbox.sort.${by}`,
    label: `command.sort.${by}`,
    group: 'list',
    where,
    run: () => useInbox.getState().sortBy(by),
  })),
]
