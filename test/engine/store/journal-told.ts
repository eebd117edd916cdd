import { eq } from 'drizzle-orm'
import type { Store } from '../../../src/engine/store/open'
import { journal } from '../../../src/engine/store/schema'

/** What the journal tells of one kind, oldest first. */
export function told({ db }: Store, kind: string): (typeof journal.$inferSelect)[] {
  return db.select().from(journal).where(eq(journal.kind, kind)).orderBy(journal.sequence).all()
}
