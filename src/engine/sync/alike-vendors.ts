import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Tx } from '../store/write'
import { nameKey } from '../vendors/name-key'
import { similarityTo, trigrams } from '../vendors/similarity'
import type { VendorAnswer } from './answers'
import { readConnection } from './connection'
import { rememberId, theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'
import { loadPostable, type VendorToPost } from './load-approved'
import { fitsCurrency, isAnotherTaxId, vendorKey } from './vendor-identity'

/** Below this share of common letter groups two names are different names. */
const alikeFrom = 0.6
/** From here on a second vendor may be the first one under another spelling: "ACME SA", "ACME S.A. de C.V.". */
const askFrom = 0.8

/** One row of the ledger with what its name is compared by. */
export interface KeyedVendor {
  readonly row: VendorAnswer
  readonly key: string
}

export function keyed(row: VendorAnswer): KeyedVendor {
  return { row, key: nameKey(row.display_name ?? '') }
}

/** The vendor whose name comes closest; undefined when none comes close. */
export function mostAlike(
  name: string,
  theirs: readonly KeyedVendor[],
  from: number = alikeFrom,
): VendorAnswer | undefined {
  const wanted = trigrams(nameKey(name))
  const [best] = theirs
    .map(({ row, key }) => ({ row, alike: similarityTo(wanted, key) }))
    .filter(({ alike }) => alike >= from)
    .sort((one, other) => other.alike - one.alike || one.row.id - other.row.id)
  return best?.row
}

/**
 * Makes sure that a vendor about to be made in the ledger is not there already under another spelling: the ledger
 * takes the same vendor twice without a word. One with somebody else's tax ID is somebody else.
 *
 * @throws AppError `ledger_vendor_alike` unless a person said before that it is a new one; ServerFailure
 */
export async function requireUnlike(session: LedgerSession, vendor: VendorToPost, currency: string): Promise<void> {
  const { store, organization, baseCurrency } = session
  if (theirId(store.db, organization, 'new_vendor', vendorKey(vendor, currency, session)) !== undefined) return
  const possible = (await everyVendor(session)).filter(
    ({ row }) => fitsCurrency(row, currency, baseCurrency) && !isAnotherTaxId(row, vendor),
  )
  const alike = mostAlike(vendor.name, possible, askFrom)
  if (!alike) return
  const ledgerVendor = alike.display_name ?? ''
  throw new AppError('ledger_vendor_alike', { vendor: vendor.name, ledgerVendor, ledgerVendorId: alike.id })
}

/**
 * A person's answer to a look-alike: it is that vendor of the ledger, or (null) one the ledger does not have yet.
 *
 * @throws AppError `ledger_not_connected`
 */
export function answerLookAlike(tx: Tx, documentId: DocumentId, theirs: number | null, now: EpochMs): void {
  const connection = readConnection(tx)
  if (!connection) throw new AppError('ledger_not_connected')
  const { organization, baseCurrency } = connection
  const { vendor, invoice } = loadPostable(tx, documentId)
  const ours = vendorKey(vendor, invoice.currency ?? baseCurrency, connection)
  if (theirs === null) rememberId(tx, organization, 'new_vendor', ours, 0)
  else rememberId(tx, organization, 'vendor', ours, theirs)
  const params = { kind: 'vendor', ours: vendor.name, theirs: theirs === null ? '' : String(theirs) }
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'ledger.mapped', documentId: null, params })
}

/** All vendors of the ledger, read at most every few minutes: ten calls a minute are not many. */
async function everyVendor({ ledger, known, now }: LedgerSession): Promise<readonly KeyedVendor[]> {
  const held = known.everyVendor
  if (held && isFresh(held.readAt, now())) return held.rows
  const [active, inactive] = [await ledger.allVendors('active'), await ledger.allVendors('inactive')]
  const rows = [...active.vendors, ...inactive.vendors].map(keyed)
  known.everyVendor = { rows, readAt: now() }
  return rows
}
