import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { insertDocument, type DocumentRow } from '../../../src/engine/store/documents'
import { newId } from '../../../src/engine/store/new-id'
import type { Store } from '../../../src/engine/store/open'
import { sha256Of } from '../../../src/engine/store/blob-files'
import { write } from '../../../src/engine/store/write'

const made: string[] = []
afterAll(() => made.forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** A folder of its own for a test, removed after the file's last one. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-test-'))
  made.push(folder)
  return folder
}

/** A received invoice, queued and without a job. */
export function aDocument(store: Store, fileName = 'cfdi-a113.xml', receivedAt = 0): DocumentRow {
  return write(store, tx =>
    insertDocument(tx, {
      id: newId<DocumentId>(receivedAt),
      sha256: sha256Of(new TextEncoder().encode(fileName)),
      fileName,
      bytes: fileName.length,
      kind: 'xml',
      mediaType: 'application/xml',
      source: 'drop',
      receivedAt,
      state: 'queued',
    }),
  )
}

/** The code of what a function throws. */
export function codeOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'data' in error ? (error.data as { code: string }).code : error
  }
  return 'nothing was thrown'
}
