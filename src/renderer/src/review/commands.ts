import type { Command } from '../commands/command'
import { fieldCommands } from './fields/commands'
import { invoiceCommands } from './invoice-commands'
import { issueCommands } from './issues/commands'
import { lineCommands } from './lines/commands'
import { documentCommands } from './viewer/commands'

/** What works on the review screen. */
export const reviewCommands: readonly Command[] = [
  ...invoiceCommands,
  ...issueCommands,
  ...fieldCommands,
  ...lineCommands,
  ...documentCommands,
]
