import { AppError } from '../../shared/result'
import { appendJournal } from '../store/journal'
import { write } from '../store/write'
import { rememberId, theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'
import { ledgerAccounts } from './resolve-accounts'

/** Never translated and never changed: it is how we find the item again. */
export const carrierName = 'Supplier invoice line (Quittance)'

const ours = 'carrier'

/**
 * The id of the one item every bill line hangs on. The ledger takes no line without an item; the account on the line
 * is what counts (contracts/bigcapital.md §0.3).
 *
 * @throws AppError `ledger_account_missing` when the ledger has no expense or no income account; ServerFailure
 */
export async function carrierItem(session: LedgerSession): Promise<number> {
  const { store, organization, known } = session
  const mapped = theirId(store.db, organization, 'item', ours)
  if (mapped !== undefined && isFresh(known.itemChecked, session.now())) return mapped
  const id = (await find(session)) ?? (await make(session))
  if (id !== mapped) write(store, tx => rememberId(tx, organization, 'item', ours, id))
  known.itemChecked = session.now()
  return id
}

/** Its id as far as we know it; undefined before the first bill. */
export function carrierItemId({ store, organization }: LedgerSession): number | undefined {
  return theirId(store.db, organization, 'item', ours)
}

async function find(session: LedgerSession): Promise<number | undefined> {
  const [item] = await session.ledger.itemsNamed(carrierName)
  if (item && !item.purchasable) {
    throw new AppError('ledger_refused', { type: 'carrier_item_not_purchasable' })
  }
  return item?.id
}

async function make(session: LedgerSession): Promise<number> {
  const accounts = await ledgerAccounts(session)
  const first = (type: string) => {
    const [account] = accounts.filter(row => row.account_type === type).sort((one, other) => one.id - other.id)
    if (!account) throw new AppError('ledger_account_missing', { account: type })
    return account.id
  }
  const { id } = await session.ledger.createItem({
    name: carrierName,
    code: 'AP-LINE',
    type: 'service',
    purchasable: true,
    cost_price: 0,
    cost_account_id: first('expense'),
    // Vendor credits refuse items that are not sellable.
    sellable: true,
    sell_price: 0,
    sell_account_id: first('income'),
  })
  await session.checkpoint('item_created')
  write(session.store, tx => {
    rememberId(tx, session.organization, 'item', ours, id)
    const kind = 'ledger.item_created'
    appendJournal(tx, { at: session.now(), actor: session.actor, kind, documentId: null, params: { ledgerId: id } })
  })
  return id
}
