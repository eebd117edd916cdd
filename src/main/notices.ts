import { app, BrowserWindow, Notification } from 'electron'
import { NoticeKind, type Notice } from '../shared/notice'
import { noticeText, type NoticeLanguage } from './notice-text'

/** Where the engine's news is shown outside the window. */
export interface NoticeBoard {
  show(notices: readonly Notice[], language: NoticeLanguage): void
  setBadge(count: number): void
}

/**
 * Shows news as one notification of the operating system, while no window has the focus: whoever looks at the app sees
 * its counts. What comes before somebody looked is added to what is shown already, so that there is never more than one.
 *
 * @param openList a person chose the notification: the list of its most urgent kind is to be shown
 */
export function createNoticeBoard(openList: (kind: NoticeKind) => void): NoticeBoard {
  const unseen = new Map<NoticeKind, number>()
  // Kept, for a notification that is collected as garbage cannot be clicked any more.
  let shown: Notification | null = null

  app.on('browser-window-focus', () => {
    unseen.clear()
    shown?.close()
    shown = null
  })

  return {
    show(notices, language) {
      if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return
      for (const { kind, count } of notices) unseen.set(kind, (unseen.get(kind) ?? 0) + count)
      const told = NoticeKind.options.flatMap(kind => {
        const count = unseen.get(kind)
        return count === undefined ? [] : [{ kind, count }]
      })
      const [first] = told
      if (!first) return
      shown?.close()
      shown = new Notification({
        title: app.name,
        body: told.map(notice => noticeText(notice, language)).join('\n'),
        silent: true,
      })
      shown.on('click', () => openList(first.kind))
      shown.show()
    },
    setBadge: count => void app.setBadgeCount(count),
  }
}
