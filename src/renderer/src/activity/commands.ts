import { History, Scale, Undo2 } from 'lucide-react'
import { useNavigation } from '../app/navigation'
import type { Command } from '../commands/command'
import { useActivity } from './activity-slice'

const past = () => useActivity.getState().past

function step(which: 'previous' | 'next'): void {
  const state = past()
  if (state) void useActivity.getState().goTo(state.documentId, state[which])
}

export const activityCommands: readonly Command[] = [
  {
    id: 'go.activity',
    label: 'command.goActivity',
    group: 'places',
    where: 'anywhere',
    keys: ['G L'],
    icon: History,
    run: () => useNavigation.getState().show('activity'),
  },
  {
    id: 'go.conservation',
    label: 'command.goConservation',
    group: 'places',
    where: 'anywhere',
    icon: Scale,
    run: () => useNavigation.getState().show('conservation'),
  },
  {
    id: 'activity.earlier',
    label: 'activity.earlier',
    group: 'document',
    where: 'activity',
    keys: ['Alt+ArrowLeft'],
    isEnabled: () => past()?.previous != null,
    run: () => step('previous'),
  },
  {
    id: 'activity.later',
    label: 'activity.later',
    group: 'document',
    where: 'activity',
    keys: ['Alt+ArrowRight'],
    isEnabled: () => past()?.next != null,
    run: () => step('next'),
  },
  {
    id: 'activity.back',
    label: 'command.back',
    group: 'anywhere',
    where: 'activity',
    keys: ['Escape'],
    icon: Undo2,
    run: () => (past() ? useActivity.getState().closePast() : useNavigation.getState().back()),
  },
  {
    id: 'conservation.back',
    label: 'command.back',
    group: 'anywhere',
    where: 'conservation',
    keys: ['Escape'],
    icon: Undo2,
    run: () => useNavigation.getState().back(),
  },
]
