import { activityCommands } from '../activity/commands'
import { codingCommands } from '../coding/commands'
import { analyticsCommands } from '../analytics/commands'
import { inboxCommands } from '../inbox/commands'
import { rulesCommands } from '../rules/commands'
import { reviewCommands } from '../review/commands'
import { anywhereCommands } from './anywhere'
import { vendorCommands } from '../vendors/commands'
import { registerCommands } from './registry'

/** Makes every command of the app known. main.tsx and the tests call it once. */
export function registerAllCommands(): void {
  registerCommands(anywhereCommands)
  registerCommands(activityCommands)
  registerCommands(analyticsCommands)
  registerCommands(inboxCommands)
  registerCommands(reviewCommands)
  registerCommands(codingCommands)
  registerCommands(rulesCommands)
  registerCommands(vendorCommands)
}
