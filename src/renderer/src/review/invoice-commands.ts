import { Check, Columns2, MessageSquare, Pause, Redo2, Undo2, UserRound, X } from 'lucide-react'
import { isTeamOf, usePeople } from '../app/people-slice'
import type { Command } from '../commands/command'
import { useCompare } from '../compare/compare-slice'
import { hasView, isView, review, where } from './in-review'
import { isOpen, isRejectable } from './state/approval'

/** While a field holds unsaved text, Mod+Z is the text's own. */
function isTypingDraft(): boolean {
  const { drafts, documentId, focused } = review()
  const field = focused?.startsWith('field:') === true ? focused.slice('field:'.length) : null
  return documentId !== null && field !== null && Object.hasOwn(drafts[documentId] ?? {}, field)
}

/** Deciding about the invoice and going on to the next. */
export const invoiceCommands: readonly Command[] = [
  {
    id: 'invoice.compare',
    label: 'command.compare',
    group: 'invoice',
    where,
    icon: Columns2,
    isEnabled: hasView,
    async run() {
      const { documentId } = review()
      if (documentId !== null) await useCompare.getState().open(documentId)
    },
  },
  {
    id: 'invoice.approve',
    label: 'command.approveAndNext',
    group: 'invoice',
    where,
    keys: ['Mod+Enter'],
    icon: Check,
    // Always enabled: where something stands against it, it says what and goes there.
    isEnabled: hasView,
    run: async () => void (await review().approve()),
  },
  {
    id: 'invoice.next',
    label: 'command.nextInvoice',
    group: 'invoice',
    where,
    keys: ['PageDown'],
    whileTyping: true,
    isEnabled: () => review().neighbour(1) !== null,
    run: () => review().turnTo(1),
  },
  {
    id: 'invoice.previous',
    label: 'command.previousInvoice',
    group: 'invoice',
    where,
    keys: ['PageUp'],
    whileTyping: true,
    isEnabled: () => review().neighbour(-1) !== null,
    run: () => review().turnTo(-1),
  },
  {
    id: 'invoice.hold',
    label: 'command.hold',
    group: 'invoice',
    where,
    keys: ['H'],
    icon: Pause,
    isEnabled: () => isView(isOpen),
    run: () => review().openDialog('hold'),
  },
  {
    id: 'invoice.reject',
    label: 'command.reject',
    group: 'invoice',
    where,
    keys: ['X'],
    icon: X,
    isEnabled: () => isView(isRejectable),
    run: () => review().openDialog('reject'),
  },
  {
    id: 'invoice.assign',
    label: 'assign.action',
    group: 'invoice',
    where,
    keys: ['M'],
    icon: UserRound,
    isForTeams: true,
    isEnabled: () => hasView() && isTeamOf(usePeople.getState()),
    run: () => review().openDialog('assign'),
  },
  {
    id: 'invoice.comment',
    label: 'command.comment',
    group: 'invoice',
    where,
    keys: ['Mod+M'],
    icon: MessageSquare,
    isEnabled: hasView,
    run: () => review().openComments(),
  },
  {
    id: 'invoice.undo',
    label: 'command.undo',
    group: 'invoice',
    where,
    keys: ['Mod+Z'],
    icon: Undo2,
    isEnabled: () => review().view?.canUndo === true && !isTypingDraft(),
    run: async () => void (await review().undo()),
  },
  {
    id: 'invoice.redo',
    label: 'command.redo',
    group: 'invoice',
    where,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    icon: Redo2,
    isEnabled: () => review().view?.canRedo === true && !isTypingDraft(),
    run: async () => void (await review().redo()),
  },
  {
    id: 'review.back',
    label: 'command.backToList',
    group: 'invoice',
    where,
    keys: ['Escape'],
    whileTyping: true,
    run: () => review().leave(),
  },
]
