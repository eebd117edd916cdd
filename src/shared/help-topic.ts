import { z } from 'zod'

/** What the system's Help menu offers, where there is one (macOS). */
export const HelpTopic = z.enum(['handbook', 'diagnostics'])
export type HelpTopic = z.infer<typeof HelpTopic>
