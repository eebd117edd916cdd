import { Plus, Play } from 'lucide-react'
import type { Command } from '../commands/command'
import { newPolicy, newRule, useRules } from './rules-slice'

const where = 'rules'

/** What the Rules screen can do. */
export const rulesCommands: readonly Command[] = [
  {
    id: 'rules.new',
    label: 'rules.new',
    group: 'list',
    where,
    keys: ['N'],
    icon: Plus,
    run: () => useRules.getState().edit(newRule()),
  },
  {
    id: 'policies.new',
    label: 'policies.new',
    group: 'list',
    where,
    keys: ['P'],
    icon: Plus,
    run: () => useRules.getState().edit(newPolicy()),
  },
  {
    id: 'rules.applyToWaiting',
    label: 'rules.applyToWaiting',
    group: 'list',
    where,
    icon: Play,
    isEnabled: () => useRules.getState().rules.length > 0,
    run: () => useRules.getState().applyToWaiting(),
  },
  { id: 'rules.moveUp', label: 'rules.move', group: 'list', where, keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
]
