import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { AppError, toErrorData } from '../../shared/result'
import { companyFolder } from '../company-folders'
import { readNewerBooks } from '../store/newer-books'
import type { Reader } from '../store/write'
import { documentLines } from '../export/document-lines'
import { exitCodes, type ExitCode } from './exit-codes'
import type { CommonOptions, Terminal } from './terminal'
import { sentenceFor } from './sentences'
import { keyOfFolder } from './vault-key'
import { dataFolderOf, withEngine } from './with-engine'

export interface ExportOptions extends CommonOptions {
  readonly csv?: boolean
  /** Writes to this file instead of standard output. */
  readonly output?: string
}

/**
 * Prints every document: one JSON object per line, or CSV with one row per document. Books that a newer version wrote are
 * only read, as far as this version understands them, and standard error says so.
 */
export async function exportDocuments(terminal: Terminal, options: ExportOptions): Promise<ExitCode> {
  try {
    return await withEngine(terminal, options, {}, engine => {
      exportBooks(terminal, options, engine.company().store.db)
      return Promise.resolve(exitCodes.done)
    })
  } catch (thrown) {
    const error = toErrorData(thrown)
    if (error.code !== 'store_from_newer_app') throw thrown
    terminal.err(`${sentenceFor(error)}\n`)
    const folder = companyFolder(dataFolderOf(options, terminal), options.company)
    const key = await keyOfFolder(terminal, options, folder)
    readNewerBooks(folder, key, books => exportBooks(terminal, options, books))
    return exitCodes.partly
  }
}

function exportBooks(terminal: Terminal, options: ExportOptions, books: Reader): void {
  const lines = documentLines(books, options.csv ? 'csv' : 'json')
  if (options.output === undefined) for (const line of lines) terminal.out(line)
  else writeLines(options.output, lines, options.csv === true)
}

/** @param isTable spreadsheets take a file for UTF-8 only when it begins with a byte order mark */
function writeLines(file: string, lines: Iterable<string>, isTable: boolean): void {
  const handle = openOutput(file)
  try {
    if (isTable) writeSync(handle, '\ufeff')
    for (const line of lines) writeSync(handle, line)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** @throws AppError `invalid_input` when no file can be made there: the command line is at fault, not the books */
function openOutput(file: string): number {
  try {
    return openSync(file, 'w', 0o600)
  } catch (thrown) {
    const cause = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
    throw new AppError('invalid_input', { option: '--output', cause }, 'user', { cause: thrown })
  }
}
