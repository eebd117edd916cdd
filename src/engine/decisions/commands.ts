// Everything a person can decide about a document. Each is synchronous, runs inside one write, checks itself and is
// journaled so that it can be undone.
export { fillDifference } from './adjust-lines'
export { answerIssue, askAboutIssue } from './ask-issue'
export { mergeLines, splitLine } from './split-line'
export { applyFix, documentOfIssue } from './apply-fix'
export { approve } from './approve'
export { addLine, removeLine, setLine } from './lines'
export { reopenIssue } from './reopen-issue'
export { setAccount } from './set-account'
export { setField } from './set-field'
export { assign, hold, reject, restore, setAside } from './set-state'
export { redo, undo } from './undo'
export { documentsOfGroup, redoGroup, undoGroup } from './undo-group'
