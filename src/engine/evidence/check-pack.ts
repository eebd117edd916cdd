import { hash } from 'node:crypto'
import { z } from 'zod'
import { firstHash } from '../../shared/journal-row'
import { AppError } from '../../shared/result'
import { lastWords } from '../decisions/past-state'
import { openArchive } from '../intake/archive'
import { isSame } from '../issues/identity'
import { chainHash, contentHashOf } from '../store/journal'
import { contentsHash } from './contents-hash'
import {
  journalName,
  Manifest,
  manifestName,
  OpenRow,
  packMadeKind,
  SealedRow,
  type PackedDocument,
  type PackedRow,
} from './pack-format'

type OpenRow = z.infer<typeof OpenRow>

/** What does not fit, and where. */
export interface PackProblem {
  readonly problem:
    | 'manifest_unreadable'
    | 'file_missing'
    | 'file_unlisted'
    | 'file_changed'
    | 'journal_row_unreadable'
    | 'journal_row_missing'
    | 'journal_chain_broken'
    | 'head_differs'
    | 'contents_differ_from_journal'
    | 'original_differs_from_journal'
    | 'state_differs_from_journal'
  /** A file's path, or the number of a journal row. */
  readonly where: string
}

export interface PackVerdict {
  readonly isSound: boolean
  readonly documents: number
  readonly files: number
  readonly rows: number
  /** To be compared with a head printed elsewhere: it vouches for all of the pack. */
  readonly head: { readonly sequence: number; readonly hash: string } | null
  readonly problems: readonly PackProblem[]
}

/**
 * Checks an evidence pack with nothing but itself: every file against the manifest, the journal's chain row by row up to
 * the head, the files against what the journal's last row says the pack holds, every original and every state against
 * what the journal tells. Who makes a whole new pack makes a new head: compare it with one kept elsewhere.
 *
 * @throws AppError `corrupt_document` when it is no ZIP, `file_vanished`, `file_unreadable`
 */
export async function checkPack(path: string): Promise<PackVerdict> {
  const files = await filesIn(path)
  const manifest = manifestOf(files.get(manifestName))
  if (!manifest) {
    const problems: PackProblem[] = [{ problem: 'manifest_unreadable', where: manifestName }]
    return { isSound: false, documents: 0, files: files.size, rows: 0, head: null, problems }
  }
  const rows: PackedRow[] = []
  const problems = [
    ...fileProblems(manifest, files),
    ...chainProblems(manifest, files.get(journalName), rows),
    ...contentProblems(manifest, rows),
    ...manifest.documents.flatMap(document => documentProblems(document, files, rows)),
  ]
  const { head } = manifest.journal
  const counts = { documents: manifest.documents.length, files: manifest.files.length, rows: rows.length }
  return { isSound: problems.length === 0, ...counts, head, problems }
}

type Files = ReadonlyMap<string, Uint8Array>

async function filesIn(path: string): Promise<Files> {
  const archive = await openArchive(path)
  try {
    const files = new Map<string, Uint8Array>()
    for await (const entry of archive.entries()) files.set(entry.claimedPath, await archive.readEntry(entry))
    return files
  } finally {
    archive.close()
  }
}

function manifestOf(bytes: Uint8Array | undefined): Manifest | undefined {
  return bytes ? parsed(Manifest, text(bytes)) : undefined
}

function fileProblems({ files: listed }: Manifest, files: Files): PackProblem[] {
  const known = new Set([manifestName, ...listed.map(file => file.path)])
  const unlisted = [...files.keys()].filter(path => !known.has(path))
  return [
    ...listed.flatMap(({ path, sha256 }): PackProblem[] => {
      const bytes = files.get(path)
      if (!bytes) return [{ problem: 'file_missing', where: path }]
      return hash('sha256', bytes) === sha256 ? [] : [{ problem: 'file_changed', where: path }]
    }),
    ...unlisted.map((where): PackProblem => ({ problem: 'file_unlisted', where })),
  ]
}

/** Follows the chain; the first bad row ends it, for nothing after it can be trusted. @param rows filled on the way */
function chainProblems({ journal }: Manifest, bytes: Uint8Array | undefined, rows: PackedRow[]): PackProblem[] {
  if (!bytes) return []
  let next = journal.from
  let last = journal.previousHash
  if (journal.from === 1 && last !== firstHash) return [{ problem: 'journal_chain_broken', where: '1' }]
  for (const line of text(bytes).split('\n')) {
    if (line === '') continue
    const row = parsed(SealedRow, line) ?? parsed(OpenRow, line)
    if (!row) return [{ problem: 'journal_row_unreadable', where: String(next) }]
    if (row.sequence !== next) return [{ problem: 'journal_row_missing', where: String(next) }]
    last = chainHash(last, isOpen(row) ? contentHashOf(row) : row.contentHash)
    rows.push(row)
    next += 1
  }
  const { head } = journal
  if (head.sequence !== next - 1) return [{ problem: 'journal_row_missing', where: String(next) }]
  return head.hash === last ? [] : [{ problem: 'head_differs', where: String(head.sequence) }]
}

/** The journal's last row says which files the pack holds. */
function contentProblems({ files }: Manifest, rows: readonly PackedRow[]): PackProblem[] {
  const made = rows.at(-1)
  const packed = files.filter(file => file.path !== journalName)
  const fits = made && isOpen(made) && made.kind === packMadeKind && made.params['contents'] === contentsHash(packed)
  return fits ? [] : [{ problem: 'contents_differ_from_journal', where: manifestName }]
}

function documentProblems(document: PackedDocument, files: Files, rows: readonly PackedRow[]): PackProblem[] {
  const own = rows.filter(isOpen).filter(row => row.documentId === document.documentId)
  const problems: PackProblem[] = []
  const received = own.find(row => row.kind === 'document.received' || row.kind === 'document.received_again')
  const claimed = received?.params['sha256']
  if (claimed !== undefined && claimed !== document.originalSha256) {
    problems.push({ problem: 'original_differs_from_journal', where: document.original ?? document.fileName })
  }
  const path = `documents/${document.intakeNumber}/state.json`
  const state = files.get(path)
  const rowsTold = state && parsed(Rows, text(state))
  if (!rowsTold || !isSame(settled(rowsTold), settled(stateOf(own, document.upTo)))) {
    problems.push({ problem: 'state_differs_from_journal', where: path })
  }
  return problems
}

const Rows = z.record(z.string(), z.unknown())

function stateOf(own: readonly OpenRow[], upTo: number): Record<string, unknown> {
  const changes = own.filter(row => row.after !== null && row.sequence <= upTo)
  return { ...lastWords(changes.map(({ after }) => parsed(Rows, after ?? '{}') ?? {})) }
}

/** Whether a document waits or is being worked on is not journaled, so its place on the road is not compared. */
function settled(rows: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rows).filter(([key]) => !key.startsWith('document:') || !isOnRoad(rows[key])),
  )
}

function isOnRoad(row: unknown): boolean {
  const state = typeof row === 'object' && row !== null && 'state' in row ? row.state : undefined
  return state === 'queued' || state === 'processing'
}

function isOpen(row: PackedRow): row is OpenRow {
  return 'kind' in row
}

function parsed<T>(type: z.ZodType<T>, json: string): T | undefined {
  try {
    const result = type.safeParse(JSON.parse(json))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

/** @throws AppError `value_invalid` when a text is no "number hash" */
export function headOf(printed: string): { sequence: number; hash: string } {
  const [, sequence, hashText] = /^\s*(\d+)[\s:]+([0-9a-f]{64})\s*$/.exec(printed) ?? []
  if (sequence === undefined || hashText === undefined) throw new AppError('value_invalid', { field: 'head' })
  return { sequence: Number(sequence), hash: hashText }
}
