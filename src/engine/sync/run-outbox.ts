import { eq } from 'drizzle-orm'
import { AppError, toErrorData, type ErrorCode, type ErrorData } from '../../shared/result'
import type { Announce } from '../queue/announcer'
import { onRoadOf } from '../on-road'
import { outbox } from '../store/schema'
import { backOff } from '../http/back-off'
import { recordCalls } from '../http/record-calls'
import type { OutboxRow } from './enqueue-bill'
import { isConnectionTrouble, ServerFailure } from '../http/server-failure'
import type { LedgerSession } from './ledger-session'
import { distrustSent, nextRow, postpone, settleMs } from './outbox'
import { postBill } from './post-bill'
import { refuseBill } from './settle'
import { countBroken } from './times-broken'

export interface Run {
  /** A person asked: also rows that wait for a later try. */
  readonly force: boolean
  readonly random: () => number
  readonly signal: AbortSignal
  readonly announce: Announce
}

/**
 * Works off what is due, oldest first, one after the other. A bill the ledger will not take goes back to a person and
 * the next one follows; trouble on the way to the ledger ends the run.
 *
 * @throws ServerFailure when the ledger cannot be talked to now; every row is left where it can go on
 */
export async function runOutbox(session: LedgerSession, run: Run): Promise<void> {
  const { store } = session
  distrustSent(store)
  let row: OutboxRow | undefined
  for (;;) {
    if (run.signal.aborted) return
    row = nextRow(store.db, { now: session.now(), force: run.force, after: row })
    if (!row) return
    const taken = row
    const { id, documentId } = taken
    const madeFor = () => ({ server: 'bigcapital', work: 'post', outboxId: id, documentId }) as const
    try {
      await recordCalls(session, id, madeFor, () => onRoadOf(documentId, () => postBill(session, taken)))
    } catch (thrown) {
      settleFailure(session, row, thrown, run)
      if (mustStop(thrown, run.signal)) throw thrown
    } finally {
      run.announce('document.changed', { documentIds: [row.documentId] })
      run.announce('counts.changed', {})
      run.announce('ledger.changed', {})
    }
  }
}

function settleFailure(session: LedgerSession, row: OutboxRow, thrown: unknown, run: Run): void {
  const { store } = session
  const error = countBroken(toErrorData(thrown), row.lastError)
  // What cannot be written down cannot be settled: the row stays as the disk has it, and `sent` means doubt.
  if (error.code.startsWith('store_')) return
  const now = session.now()
  const failure = thrown instanceof ServerFailure ? thrown : undefined
  const current = store.db.select().from(outbox).where(eq(outbox.id, row.id)).get()
  // Taken back meanwhile, or approved anew: what failed is not what anybody wants any more.
  if (current?.state === 'cancelled' || current?.runAfter !== row.runAfter) return
  const wasSent = current.state === 'sent'
  // Once sent, only the create itself can say that there is no bill; trouble while asking afterwards cannot.
  const isAfterwards = wasSent && failure?.facts.method === 'GET'
  if ((isJudgement(error, row) && !isAfterwards) || (isHopeless(error, row) && !wasSent)) {
    refuseBill(store, row, error, { now, actor: session.actor })
    return
  }
  // Whatever is not certain to have failed may have happened.
  const isAfterCreate = wasSent && failure !== undefined && failure.facts.method !== 'POST'
  const isInDoubt = wasSent ? isAfterCreate || (failure?.facts.inDoubt ?? true) : row.state === 'unknown'
  const attempts = row.attempts + 1
  const asked = failure?.facts.waitMs ?? backOff(attempts, run.random)
  const mayStillHappen = failure?.facts.inDoubt === true && failure.facts.method === 'POST'
  postpone(store, row.id, {
    state: isInDoubt ? 'unknown' : 'pending',
    error,
    runAfter: now + (mayStillHappen ? Math.max(asked, settleMs) : asked),
    attempts,
  })
  const stack = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
  session.log.warn(
    { documentId: row.documentId, outboxId: row.id, attempts, ...error.params, code: error.code, isInDoubt, ...stack },
    'bill postponed',
  )
}

/** The ledger or our own rules said no to this bill; another try would hear the same. */
function isJudgement(error: ErrorData, row: OutboxRow): boolean {
  if (!judgements.has(error.code)) return false
  // A vendor deleted in the ledger, branches switched on: the next try asks anew, and hears no better at most once.
  const type = String(error.params['type'] ?? '')
  return !staleTypes.has(type) || row.lastError?.params['type'] === type
}

const staleTypes: ReadonlySet<string> = new Set(['not_found', 'BRANCH_ID_REQUIRED', 'BRANCH_ID_NOT_FOUND'])

const judgements: ReadonlySet<ErrorCode> = new Set([
  'ledger_refused',
  'ledger_period_locked',
  'ledger_bill_conflict',
  'ledger_total_differs',
  'ledger_account_missing',
  'ledger_currency_mismatch',
  'ledger_exchange_rate_needed',
  'ledger_branch_needed',
  'ledger_vendor_alike',
  'ledger_credit_note_unsupported',
  'bill_incomplete',
  'bill_not_balanced',
  'invoice_not_found',
  'vendor_not_found',
])

/** The same call about the same bill broke the server, or us, again and again. */
function isHopeless(error: ErrorData, row: OutboxRow): boolean {
  if (error.code === 'bug') return row.lastError?.code === 'bug' && row.attempts >= 4
  return Number(error.params['times'] ?? 0) >= 2
}

/** Disconnected meanwhile, or the key cannot be opened: nothing can be sent at all. */
function isMissing({ data }: AppError): boolean {
  return data.code === 'ledger_not_connected' || data.code === 'key_store_unavailable'
}

/** Trouble with one bill must not hold up the others; trouble with the way to the ledger, or our disk, concerns all. */
function mustStop(thrown: unknown, signal: AbortSignal): boolean {
  if (signal.aborted) return true
  if (!(thrown instanceof AppError)) return false
  if (thrown.data.code.startsWith('store_')) return true
  const isAboutOneBill =
    thrown instanceof ServerFailure && thrown.facts.method === 'POST' && thrown.data.code === 'ledger_server_error'
  return (isConnectionTrouble(thrown) || isMissing(thrown)) && !isAboutOneBill
}
