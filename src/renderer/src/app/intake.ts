import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

/** Ids of the hidden file inputs in the shell. */
export const filesInputId = 'add-files'
export const folderInputId = 'add-folder'

/** Hands files to the engine. Every one becomes a row by itself; what went wrong with one is announced by the engine. */
export async function takeFiles(files: readonly File[], client: Client = engine): Promise<void> {
  if (files.length === 0) return
  const reply = await client.take(files)
  if (!reply.ok) notifyError(reply.error)
}

export function chooseFiles(): void {
  document.getElementById(filesInputId)?.click()
}

export function chooseFolder(): void {
  document.getElementById(folderInputId)?.click()
}
