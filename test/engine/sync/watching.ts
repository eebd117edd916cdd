import { and, eq } from 'drizzle-orm'
import type { DocumentId } from '../../../src/shared/ids'
import { issues } from '../../../src/engine/store/schema'
import { mulberry, openDesk, type Desk } from './ledger-desk'
import { edits, everyday, postMany } from './posted-books'

const period = 20 * 60_000

export interface Watched {
  readonly polls: number
  readonly falseAlarms: number
  readonly edits: number
  readonly reported: number
}

/** Looks at bills again and again while only everyday things happen, then while somebody edits and deletes. */
export async function watchBooks(polls: number, edited: number, seed = 1): Promise<Watched> {
  const desk = await openDesk({ seed })
  const random = mulberry(seed)
  const bills = 200
  try {
    const documentIds = await postMany(desk, bills)
    const { books } = desk.standIn
    let seen = 0
    for (; seen < polls; seen += bills) {
      for (let hit = 0; hit < 10; hit++) {
        const at = Math.floor(random() * books.bills.length)
        const bill = books.bills[at]
        if (bill) books.bills[at] = everyday(bill, random, () => books.nextId.entry++)
      }
      await look(desk)
    }
    const falseAlarms = drifted(desk).length
    const changed = new Set<DocumentId>()
    while (changed.size < edited) {
      for (let hit = 0; hit < 5 && changed.size < edited; hit++) {
        const at = Math.floor(random() * bills)
        const documentId = documentIds[at]
        const place = books.bills.findIndex(bill => bill.id === at + 1)
        const bill = books.bills[place]
        if (!documentId || !bill || changed.has(documentId)) continue
        const now = edits[changed.size % edits.length]?.(bill)
        books.bills.splice(place, 1, ...(now ? [now] : []))
        changed.add(documentId)
      }
      await look(desk)
    }
    const reported = drifted(desk).filter(documentId => changed.has(documentId)).length
    const others = drifted(desk).length - reported
    return { polls: seen, falseAlarms: falseAlarms + others, edits: changed.size, reported }
  } finally {
    await desk.close()
  }
}

/** How many calls it takes to compare so many bills of both sides. */
export async function reconcileBooks(bills: number): Promise<{ calls: number; ms: number; drifted: number }> {
  const desk = await openDesk()
  try {
    await postMany(desk, bills)
    desk.clock.now += 25 * 60 * 60_000
    const before = desk.standIn.calls.length
    const startedAt = performance.now()
    await desk.sync().syncNow()
    const ms = Math.round(performance.now() - startedAt)
    return { calls: desk.standIn.calls.length - before, ms, drifted: drifted(desk).length }
  } finally {
    await desk.close()
  }
}

async function look(desk: Desk): Promise<void> {
  desk.clock.now += period
  await desk.sync().syncNow()
}

function drifted({ store }: Desk): DocumentId[] {
  const open = and(eq(issues.key, 'ledger_drift'), eq(issues.state, 'open'))
  return store.db
    .select({ documentId: issues.documentId })
    .from(issues)
    .where(open)
    .all()
    .map(row => row.documentId)
}
