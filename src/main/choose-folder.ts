import { BrowserWindow, dialog } from 'electron'
import { FolderPurpose } from '../shared/meaning'
import type { Reply } from '../shared/result'
import { handleFromPage } from './from-page'

/** Hands a chosen folder to the engine. */
export type TakeFolder = (path: string, purpose: FolderPurpose) => Promise<Reply<unknown>>

/**
 * Answers a page that needs a folder: the person chooses it in the system's own dialog, and its path goes to the engine
 * without passing the page.
 */
export function serveFolderChoice(takeFolder: TakeFolder): void {
  handleFromPage('choose-folder', async (event, wanted: unknown): Promise<Reply<{ isChosen: boolean }>> => {
    const window = BrowserWindow.fromWebContents(event.sender)
    const purpose = FolderPurpose.safeParse(wanted)
    if (!window || !purpose.success) return { ok: false, error: { code: 'invalid_input', params: {}, retry: 'never' } }
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
    const [path] = filePaths
    if (path === undefined) return { ok: true, value: { isChosen: false } }
    const reply = await takeFolder(path, purpose.data)
    return reply.ok ? { ok: true, value: { isChosen: true } } : reply
  })
}
