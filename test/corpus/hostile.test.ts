import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentView } from '../../src/shared/document-view'
import type { InboxRow } from '../../src/shared/inbox'
import type { Engine } from '../../src/engine/engine'
import { ask, drained, engineOn } from '../engine-on-disk'

const corpus = join(import.meta.dirname, '../../../shared/corpus/hostile')
const hasCorpus = existsSync(corpus)
if (!hasCorpus) console.warn('hostile corpus: skipped, the folder is not there')

interface HostileFile {
  readonly file: string
  readonly sha256: string
  readonly expected: string
  readonly also_acceptable?: readonly string[]
}

const files: readonly HostileFile[] = hasCorpus
  ? (JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as { files: HostileFile[] }).files
  : []

/** Our states in the words of the corpus. */
function verdictOf(view: DocumentView): string {
  const open = view.issues.filter(issue => issue.state === 'open')
  if (open.some(issue => issue.key === 'needs_password')) return 'needs password'
  if (view.state !== 'set_aside') return 'processed'
  return `rejected: ${String(view.stateReason)}`
}

describe.skipIf(!hasCorpus)('149 hostile files', () => {
  let folder: string
  let engine: Engine
  const rows = new Map<string, InboxRow[]>()
  const views = new Map<string, DocumentView>()

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'quittance-hostile-'))
    engine = engineOn(folder)
    await engine.start({ posts: false })
    const reply = await engine.take(
      ['pdf', 'image', 'xml', 'other'].map(name => join(corpus, name)),
      'command_line',
    )
    expect(reply.ok).toBe(true)
    await drained(engine)
    let after: string | null = null
    do {
      const page: { rows: InboxRow[]; next: string | null } = await ask(engine, 'document.list', {
        filter: {},
        sort: { by: 'received' },
        after,
        limit: 500,
      })
      for (const row of page.rows) {
        const view = await ask(engine, 'document.get', { documentId: row.documentId })
        views.set(row.documentId, view)
        rows.set(view.sha256, [...(rows.get(view.sha256) ?? []), row])
      }
      after = page.next
    } while (after !== null)
  }, 3_600_000)

  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('every file is in the list under its own bytes', () => {
    const missing = files.filter(({ file, sha256 }) => !rows.get(sha256)?.some(row => row.fileName === basename(file)))
    expect(missing.map(({ file }) => file)).toEqual([])
  })

  test('no file is approved, posted or left in the queue without a person', () => {
    const states = new Set([...views.values()].map(view => view.state))
    for (const state of ['approved', 'posted', 'queued', 'processing'] as const) expect(states).not.toContain(state)
  })

  test('what was received equals the sum over states, and every original still has its hash', async () => {
    const verdict = await ask(engine, 'store.verify', {})
    expect(verdict).toMatchObject({ stuckJobs: 0, journalIntact: true, originalsDamaged: [], databaseIntact: true })
    expect(verdict.conservation.isBalanced).toBe(true)
  })

  test('verdicts are those that the corpus allows', () => {
    const wrong = files.flatMap(({ file, sha256, expected, also_acceptable = [] }) => {
      const row = rows.get(sha256)?.find(({ fileName }) => fileName === basename(file))
      const view = row && views.get(row.documentId)
      if (!view || view.state === 'duplicate') return []
      const verdict = verdictOf(view)
      if ([expected, ...also_acceptable].includes(verdict)) return []
      return [`${file}: ${verdict}, expected ${expected} ${JSON.stringify(view.issues.map(({ params }) => params))}`]
    })
    expect(wrong).toEqual([])
  })
})
