/**
 * The moments between which a dying engine could leave work half done. Nothing happens at them in the product; tests
 * stop the sync there and start another one on the same store.
 */
export type SyncPoint =
  | 'row_taken'
  | 'vendor_resolved'
  | 'accounts_resolved'
  | 'looked_up'
  | 'sent_committed'
  | 'answered'
  | 'draft_compared'
  | 'draft_opened'
  | 'read_back'
  | 'confirmed'
  | 'vendor_created'
  | 'account_created'
  | 'item_created'
  | 'credit_applied'

/** @param about id of the outbox row, where one is taken up */
export type Checkpoint = (point: SyncPoint, about?: string) => Promise<void>

export const noCheckpoint = (): Promise<void> => Promise.resolve()
