import type { Command } from '../../commands/command'
import { review, where } from '../in-review'

/** The grid itself handles the keys of those without `run`. */
export const lineCommands: readonly Command[] = [
  { id: 'line.edit', label: 'command.editCell', group: 'lines', where, pane: 'lines', keys: ['F2'] },
  { id: 'line.copyAbove', label: 'command.copyFromAbove', group: 'lines', where, pane: 'lines', keys: ['Mod+D'] },
  {
    id: 'line.fill',
    label: 'command.fillAccount',
    group: 'lines',
    where,
    pane: 'lines',
    keys: ['Mod+Shift+ArrowDown'],
  },
  { id: 'line.why', label: 'command.whyAccount', group: 'lines', where, pane: 'lines', keys: ['Alt+ArrowDown'] },
  {
    id: 'line.applyToLike',
    label: 'command.applyToLike',
    group: 'lines',
    where,
    keys: ['Alt+L'],
    whileTyping: true,
    isEnabled: () => review().likeOffer !== null,
    run: () => review().openDialog('like'),
  },
  { id: 'line.add', label: 'command.addLine', group: 'lines', where, pane: 'lines', keys: ['Alt+Insert'] },
  { id: 'line.remove', label: 'command.removeLine', group: 'lines', where, pane: 'lines', keys: ['Alt+Delete'] },
  { id: 'line.split', label: 'command.splitLine', group: 'lines', where, pane: 'lines', keys: ['Mod+/'] },
  { id: 'line.merge', label: 'command.mergeLine', group: 'lines', where, pane: 'lines', keys: ['Mod+J'] },
  { id: 'line.fillDifference', label: 'command.fillDifference', group: 'lines', where, pane: 'lines', keys: ['Alt+='] },
]
