import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { pageOrigin } from './protocols'

/**
 * Answers `channel` to the app's own page and to nobody else: a frame, or a page from elsewhere, is told nothing.
 * @throws Error in the page that asked, when it is not ours
 */
export function handleFromPage<T>(
  channel: string,
  answer: (event: IpcMainInvokeEvent, input: unknown) => T | Promise<T>,
): void {
  ipcMain.handle(channel, (event, input: unknown) => {
    const { senderFrame } = event
    const isOurs = senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin
    if (!isOurs) throw new Error('refused')
    return answer(event, input)
  })
}
