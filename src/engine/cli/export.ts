import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { AppError } from '../../shared/result'
import { csvHeader, csvRow } from '../export/csv'
import type { DocumentRecord } from '../export/record'
import { exportRecords } from '../export/records'
import { exitCodes, type ExitCode } from './exit-codes'
import type { CommonOptions, Terminal } from './terminal'
import { withEngine } from './with-engine'

export interface ExportOptions extends CommonOptions {
  readonly csv?: boolean
  /** Writes to this file instead of standard output. */
  readonly output?: string
}

/** Prints every document: one JSON object per line, or CSV with one row per document. */
export function exportDocuments(terminal: Terminal, options: ExportOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, engine => {
    const lines = options.csv ? csvLines(engine.company().store.db) : jsonLines(engine.company().store.db)
    if (options.output === undefined) for (const line of lines) terminal.out(line)
    else writeLines(options.output, lines, options.csv === true)
    return Promise.resolve(exitCodes.done)
  })
}

type Books = Parameters<typeof exportRecords>[0]

function* csvLines(books: Books): Generator<string> {
  yield csvHeader
  for (const record of exportRecords(books)) yield csvRow(record)
}

function* jsonLines(books: Books): Generator<string> {
  for (const record of exportRecords(books)) yield `${JSON.stringify(record satisfies DocumentRecord)}\n`
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
