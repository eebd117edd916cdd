import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { Reach } from '../crash-points'
import type { EngineLog } from '../host'
import { sittingActor } from '../people/sitting'
import { writeDurably } from './blob-files'
import { appendJournal, journalHead, type JournalHead } from './journal'
import type { Store } from './open'
import { syncFolder } from './private-files'
import { unattended } from '../unattended'
import { faultOfEnd } from './verify-journal'
import { write } from './write'

// A chain proves that nothing inside it was changed; that its end was not cut off only somebody outside can tell. So the
// head is kept in a file of its own, and printed in every export. Whoever can write this folder can change both: against
// that only a head kept elsewhere helps.

/** Its name beside the books. */
export const anchorFile = 'journal-head.json'

const Anchor = z.object({ sequence: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** The head as last kept beside the books; null when there is none (books in memory, never closed, or unreadable). */
export function readAnchor(folder: string): JournalHead | null {
  try {
    const kept = Anchor.safeParse(JSON.parse(readFileSync(join(folder, anchorFile), 'utf8')))
    return kept.success ? kept.data : null
  } catch {
    // Missing or spoiled: the chain can still be checked in itself.
    return null
  }
}

export interface JournalAnchor {
  /** Keeps the head a last time. */
  stop(): void
}

const everyMs = 2_000

/**
 * Keeps the journal's head beside the books while they are open: every few seconds when it moved, and at the end. A head
 * that the books do not contain (an older copy was put in their place) is left alone, so that the check goes on telling.
 */
export function anchorJournal({ db, folder, reach }: Store, log: EngineLog): JournalAnchor {
  let kept = readAnchor(folder)
  const isBroken = kept !== null && faultOfEnd(db, journalHead(db), kept) !== undefined

  function keep(): void {
    if (isBroken || folder === ':memory:') return
    const head = journalHead(db)
    if (head.sequence === (kept?.sequence ?? 0)) return
    writeAnchor(folder, head, reach)
    kept = head
  }

  // On a full disk the head kept before proves a little less until the next time, and nobody's work waits for it.
  const keepIfPossible = unattended(log, 'the head of the journal could not be kept beside the books', keep)
  const timer = setInterval(keepIfPossible, everyMs).unref()
  return {
    stop() {
      clearInterval(timer)
      keepIfPossible()
    },
  }
}

/**
 * A person says that the books are right though they do not contain the head kept beside them (a backup was restored).
 * The journal says so for ever, with the head that was given up.
 */
export function acceptBooks(store: Store, at: EpochMs): void {
  const given = readAnchor(store.folder)
  write(store, tx => {
    const params = given === null ? {} : { sequence: given.sequence, hash: given.hash }
    appendJournal(tx, { at, actor: sittingActor(tx), kind: 'journal.head_accepted', documentId: null, params })
  })
  writeAnchor(store.folder, journalHead(store.db), store.reach)
}

function writeAnchor(folder: string, { sequence, hash }: JournalHead, reach: Reach): void {
  const path = join(folder, anchorFile)
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeDurably(draft, Buffer.from(`${JSON.stringify({ sequence, hash })}\n`))
  reach('journal_head.written')
  renameSync(draft, path)
  reach('journal_head.named')
  syncFolder(folder)
  reach('journal_head.kept')
}
