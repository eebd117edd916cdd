import type { Command } from '../../commands/command'
import { hasView, review, where } from '../in-review'
import { issueTarget, nextProblem, openIssues } from '../state/progress'

/** The pane itself handles the keys of those without `run`. */
export const issueCommands: readonly Command[] = [
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
