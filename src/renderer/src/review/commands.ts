import {
  Check,
  Columns2,
  Combine,
  FileText,
  MessageSquare,
  Pause,
  Redo2,
  RotateCw,
  ScanSearch,
  Scissors,
  Search,
  SunDim,
  Undo2,
  UserRound,
  X,
} from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import { isTeamOf, usePeople } from '../app/people-slice'
import type { Command } from '../commands/command'
import { useCompare } from '../compare/compare-slice'
import { stepPane } from './panes'
import { isOpen, isRejectable, mayArrangePages } from './state/approval'
import { nextProblem, openIssues, issueTarget } from './state/progress'
import { useReview } from './state/review-store'

const where = 'review'
const review = () => useReview.getState()
const hasView = () => review().view !== null

function isView(allowed: (view: DocumentView) => boolean): boolean {
  const { view } = review()
  return view !== null && allowed(view)
}

const mayArrange = () => isView(mayArrangePages)

/** While a field holds unsaved text, Mod+Z is the text's own. */
function isTypingDraft(): boolean {
  const { drafts, documentId, focused } = review()
  const field = focused?.startsWith('field:') === true ? focused.slice('field:'.length) : null
  return documentId !== null && field !== null && Object.hasOwn(drafts[documentId] ?? {}, field)
}

const invoiceCommands: readonly Command[] = [
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

const issueCommands: readonly Command[] = [
  {
    id: 'issue.first',
    label: 'command.toIssues',
    group: 'issues',
    where,
    keys: ['Mod+.'],
    isEnabled: hasView,
    run: () => {
      const { view, moveTo } = review()
      const issue = view && openIssues(view)[0]
      if (view) moveTo(issue ? issueTarget(issue.id) : nextProblem(view))
    },
  },
  { id: 'issue.accept', label: 'command.acceptSuggestion', group: 'issues', where, pane: 'issues', keys: ['Enter'] },
  { id: 'issue.choose', label: 'command.chooseSuggestion', group: 'issues', where, pane: 'issues', keys: ['1', '9'] },
  { id: 'issue.byHand', label: 'command.editByHand', group: 'issues', where, pane: 'issues', keys: ['E'] },
  { id: 'issue.skip', label: 'command.skipIssue', group: 'issues', where, pane: 'issues', keys: ['S'] },
  { id: 'issue.waive', label: 'command.waiveIssue', group: 'issues', where, pane: 'issues', keys: ['W'] },
  { id: 'issue.ask', label: 'command.askIssue', group: 'issues', where, pane: 'issues', keys: ['Q'] },
  { id: 'issue.answer', label: 'command.answerIssue', group: 'issues', where, pane: 'issues', keys: ['A'] },
  {
    id: 'issue.same',
    label: 'command.sameAnswer',
    group: 'issues',
    where,
    keys: ['Alt+S'],
    whileTyping: true,
    isEnabled: () => review().same !== null,
    run: async () => void (await review().showSame()),
  },
]

const fieldCommands: readonly Command[] = [
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

const lineCommands: readonly Command[] = [
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

const documentCommands: readonly Command[] = [
  {
    id: 'document.find',
    label: 'command.findInDocument',
    group: 'document',
    where,
    keys: ['Mod+F'],
    icon: Search,
    run: () => review().openFind(),
  },
  {
    id: 'document.zoomIn',
    label: 'command.zoomIn',
    group: 'document',
    where,
    keys: ['+'],
    run: () => review().stepZoom(1),
  },
  {
    id: 'document.zoomOut',
    label: 'command.zoomOut',
    group: 'document',
    where,
    keys: ['-'],
    run: () => review().stepZoom(-1),
  },
  {
    id: 'document.fit',
    label: 'command.zoomFit',
    group: 'document',
    where,
    keys: ['0'],
    run: () => review().setZoom('fit'),
  },
  {
    id: 'document.rotate',
    label: 'command.rotate',
    group: 'document',
    where,
    keys: ['R'],
    icon: RotateCw,
    run: () => review().rotate(),
  },
  {
    id: 'document.nextPage',
    label: 'command.nextPage',
    group: 'document',
    where,
    keys: ['J'],
    run: () => review().goToPage(review().page + 1),
  },
  {
    id: 'document.previousPage',
    label: 'command.previousPage',
    group: 'document',
    where,
    keys: ['K'],
    run: () => review().goToPage(review().page - 1),
  },
  {
    id: 'document.split',
    label: 'command.splitPages',
    group: 'document',
    where,
    icon: Scissors,
    isEnabled: () => mayArrange() && (review().view?.pages.length ?? 0) > 1,
    run: () => review().openCuts([]),
  },
  {
    id: 'document.join',
    label: 'command.joinPages',
    group: 'document',
    where,
    icon: Combine,
    isEnabled: mayArrange,
    run: () => review().openDialog('join'),
  },
  {
    id: 'document.boxes',
    label: 'command.showBoxes',
    group: 'document',
    where,
    keys: ['B'],
    icon: ScanSearch,
    run: () => review().toggleBoxes(),
  },
  {
    id: 'document.dim',
    label: 'command.dimPage',
    group: 'document',
    where,
    icon: SunDim,
    run: () => review().toggleDim(),
  },
  {
    id: 'document.toggle',
    label: 'command.toggleDocument',
    group: 'document',
    where,
    keys: ['F8'],
    icon: FileText,
    run: () => review().toggleDocument(),
  },
]

/** What works on the review screen. Panes handle their own arrows, Enter and digits; those are only listed here. */
export const reviewCommands: readonly Command[] = [
  ...invoiceCommands,
  ...issueCommands,
  ...fieldCommands,
  ...lineCommands,
  ...documentCommands,
]
