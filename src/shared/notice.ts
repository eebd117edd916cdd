import { z } from 'zod'

/**
 * What is worth telling somebody who does not look at the window. `asked`: questions to whoever sits here, and comments
 * that name them. Counts only: a notification may show on a locked screen.
 */
export const NoticeKind = z.enum([
  'asked',
  'failed_posts',
  'critical_issues',
  'overdue',
  'batch_finished',
  'failed_backup',
  'disk_low',
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** `count`: documents, never issues; of failed backups and of a disk too full to take anything in, tries. */
export const Notice = z.object({ kind: NoticeKind, count: z.number().int().min(1) })
export type Notice = z.infer<typeof Notice>

/** Which kinds are told at all, and whether the app's icon carries the number of documents that are urgent. */
export const NotificationSettings = z.object({
  asked: z.boolean(),
  failed_posts: z.boolean(),
  critical_issues: z.boolean(),
  overdue: z.boolean(),
  batch_finished: z.boolean(),
  failed_backup: z.boolean(),
  disk_low: z.boolean().default(true),
  badge: z.boolean(),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

export const defaultNotifications: NotificationSettings = {
  asked: true,
  failed_posts: true,
  critical_issues: true,
  overdue: true,
  batch_finished: true,
  failed_backup: true,
  disk_low: true,
  badge: true,
}
