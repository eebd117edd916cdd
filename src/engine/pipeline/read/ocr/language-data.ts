import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../../shared/result'

const smallestFile = 500_000

/**
 * Folder that holds `<language>.traineddata.gz` for every language asked for. Packaged: beside the app's archive;
 * otherwise `resources/ocr` of the nearest folder above this file.
 * @throws AppError `bug` when a file is missing: Tesseract would try the network or never answer
 */
export function languageFolder(languages: readonly string[]): string {
  const packaged = process.resourcesPath === undefined ? [] : [join(process.resourcesPath, 'ocr')]
  for (const folder of [...packaged, ...foldersAbove(import.meta.dirname)])
    if (languages.every(language => isData(join(folder, `${language}.traineddata.gz`)))) return folder
  throw new AppError('bug', { missing: 'ocr language data' }, 'never')
}

function foldersAbove(start: string): string[] {
  const found: string[] = []
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
    found.push(join(folder, 'resources', 'ocr'))
  return found
}

function isData(file: string): boolean {
  return existsSync(file) && statSync(file).size > smallestFile
}
