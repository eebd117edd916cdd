import { create, type StateCreator } from 'zustand'
import type { PersonId } from '../../../shared/ids'
import type { LockStatus } from '../../../shared/lock'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'

export interface LockSlice {
  /** Null until the engine has answered once. */
  readonly status: LockStatus | null
  load(): Promise<void>
  lock(): Promise<void>
  /** @returns why it stays locked; null when it is open */
  unlock(personId: PersonId, passphrase: string): Promise<ErrorData | null>
}

/** Whether this window may show anything. The engine decides; a locked one answers nothing else. */
export const createLockSlice =
  (client: Client): StateCreator<LockSlice> =>
  (set, get) => ({
    status: null,
    async load() {
      const reply = await client.call('lock.status')
      if (reply.ok) set({ status: reply.value })
    },
    async lock() {
      const reply = await client.call('lock.lock')
      if (reply.ok) set({ status: reply.value })
    },
    async unlock(personId, passphrase) {
      const reply = await client.call('people.sit', { personId, passphrase })
      if (!reply.ok) return reply.error
      await get().load()
      return null
    },
  })

/** Whether there is anything to lock: people who sign in, or a vault. */
export function locksOf({ status }: Pick<LockSlice, 'status'>): boolean {
  return status !== null && (status.isProtected || status.hasVault)
}

export const useLock = create<LockSlice>()(createLockSlice(engine))
