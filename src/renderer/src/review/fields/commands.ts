import type { Command } from '../../commands/command'
import { where } from '../in-review'
import { stepPane } from '../panes'

/** Moving from field to field, and from pane to pane. The pane itself handles the keys of those without `run`. */
export const fieldCommands: readonly Command[] = [
  { id: 'field.next', label: 'command.acceptField', group: 'fields', where, pane: 'fields', keys: ['Enter'] },
  {
    id: 'field.candidates',
    label: 'command.otherValues',
    group: 'fields',
    where,
    pane: 'fields',
    keys: ['Alt+ArrowDown'],
  },
  {
    id: 'pane.next',
    label: 'command.nextPane',
    group: 'fields',
    where,
    keys: ['F6'],
    run: () => stepPane(1),
  },
  {
    id: 'pane.previous',
    label: 'command.previousPane',
    group: 'fields',
    where,
    keys: ['Shift+F6'],
    run: () => stepPane(-1),
  },
]
