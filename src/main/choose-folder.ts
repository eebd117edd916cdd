import { BrowserWindow, dialog } from 'electron'
import type { Reply } from '../shared/result'
import { handleFromPage } from './from-page'

/** Hands a chosen folder to the engine. */
export type WatchFolder = (path: string) => Promise<Reply<unknown>>

/**
 * Answers a page that wants a folder watched: the person chooses it in the system's own dialog, and its path goes to the
 * engine without passing the page.
 */
export function serveFolderChoice(watchFolder: WatchFolder): void {
  handleFromPage('watch-folder', async (event): Promise<Reply<{ isAdded: boolean }>> => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window) return { ok: false, error: { code: 'invalid_input', params: {}, retry: 'never' } }
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
    const [path] = filePaths
    if (path === undefined) return { ok: true, value: { isAdded: false } }
    const reply = await watchFolder(path)
    return reply.ok ? { ok: true, value: { isAdded: true } } : reply
  })
}
