import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadyFile } from '../shared/activity'

/** Files made for the person to save: they lie in the company's folder until the app has copied them where asked. */
export interface ReadyFiles {
  /** @param make writes the file to the path it is given */
  make(fileId: string, suggestedName: string, make: (path: string) => Promise<void> | void): Promise<ReadyFile>
  pathOf(fileId: string): string | null
}

/** What an earlier run left is thrown away: whoever wanted it has it. */
export function openReadyFiles(companyFolder: string): ReadyFiles {
  const folder = join(companyFolder, 'to-save')
  const paths = new Map<string, string>()
  rmSync(folder, { recursive: true, force: true })
  return {
    async make(fileId, suggestedName, make) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, fileId)
      await make(path)
      paths.set(fileId, path)
      return { fileId, suggestedName, bytes: statSync(path).size }
    },
    pathOf: fileId => paths.get(fileId) ?? null,
  }
}
