import { sql } from 'drizzle-orm'
import type { Store, Tx } from './open'
import { fromSqlite } from './sqlite-errors'

export type { Db, Reader, Tx } from './open'

/**
 * Runs one change of the store: all of it or none, on disk when this returns. Takes the write lock at once, so a
 * change never finds halfway that somebody else wrote first. Synchronous only; keep it short, the loop waits.
 *
 * @param change gets the transaction; what it returns is returned, what it throws undoes everything
 * @throws AppError `store_disk_full`, `store_read_only`, `store_busy`, `store_damaged`; whatever `change` throws
 */
export function write<T>(store: Store, change: (tx: Tx) => T): T {
  // Inside another write this would be a savepoint: not yet on disk when it returns, and undone with the outer one.
  if (store.raw.inTransaction) throw new Error('write() inside write(): hand the transaction on instead')
  let commits: number | undefined
  try {
    const answer = store.db.transaction(
      tx => {
        const before = changesSoFar(tx)
        const changed = change(tx)
        // A change that changed nothing costs no commit, and so no wait for the disk.
        if (changesSoFar(tx) !== before) {
          commits = countCommit(tx)
          store.reach('commit.before')
        }
        return changed
      },
      { behavior: 'immediate' },
    )
    if (commits !== undefined) {
      store.reach('commit.after')
      store.acknowledge(commits)
    }
    return answer
  } catch (thrown) {
    throw fromSqlite(thrown)
  }
}

/** Rows changed on this connection since it was opened. */
function changesSoFar(tx: Tx): number {
  return tx.get<{ n: number }>(sql`SELECT total_changes() AS n`).n
}

function countCommit(tx: Tx): number {
  return tx.get<{ number: number }>(sql`UPDATE commits SET number = number + 1 RETURNING number`).number
}

/** Thrown to undo a rehearsal; never seen outside. */
const afterRehearsal = new Error('rehearsal')

/**
 * Runs a change to see what it would do, and undoes all of it. The answer must not hold on to the transaction.
 *
 * @throws what {@link write} throws
 */
export function rehearse<T>(store: Store, change: (tx: Tx) => T): T {
  const answers: T[] = []
  try {
    write(store, tx => {
      answers.push(change(tx))
      throw afterRehearsal
    })
  } catch (thrown) {
    if (thrown !== afterRehearsal) throw thrown
  }
  const [answer] = answers
  return answer as T
}
