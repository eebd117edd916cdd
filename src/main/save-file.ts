import { app, BrowserWindow, dialog } from 'electron'
import { basename, join } from 'node:path'
import { ReadyFile } from '../shared/activity'
import type { ErrorData, Reply } from '../shared/result'
import type { LocateDocument } from './protocols'
import { handleFromPage } from './from-page'
import { writeWhole } from './write-whole'

type Saved = Reply<{ isSaved: boolean }>

/**
 * Answers a page that wants to save a file the engine made ready: the person chooses where in the system's own dialog.
 * The page gives the file's id and learns whether it was saved, never a path.
 */
export function serveSaving(locate: LocateDocument): void {
  handleFromPage('save-file', async (event, wanted): Promise<Saved> => {
    const file = ReadyFile.safeParse(wanted)
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!file.success || !window) return refused({ code: 'invalid_input', params: {}, retry: 'never' })
    const made = await locate(file.data.fileId, null)
    if (!made) return refused({ code: 'file_vanished', params: { fileName: file.data.suggestedName }, retry: 'user' })
    const defaultPath = join(app.getPath('documents'), basename(file.data.suggestedName))
    const { filePath } = await dialog.showSaveDialog(window, { defaultPath })
    if (!filePath) return { ok: true, value: { isSaved: false } }
    try {
      await writeWhole(made.read(), filePath)
      return { ok: true, value: { isSaved: true } }
    } catch (thrown) {
      const isFull = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC'
      const fileName = basename(filePath)
      return refused({ code: isFull ? 'store_disk_full' : 'file_not_saved', params: { fileName }, retry: 'user' })
    }
  })
}

function refused(error: ErrorData): Saved {
  return { ok: false, error }
}
