import { useEffect } from 'react'
import { create, type StateCreator } from 'zustand'
import type { KeysStatus } from '../../../shared/keys'
import { useLedger } from '../app/ledger-slice'
import { usePaperless } from '../app/paperless-slice'
import { engine, type Client } from '../engine-client'
import { useText } from '../i18n/t'
import { useModel } from './model-slice'

export interface KeysSlice {
  /** Null until it was asked. */
  readonly keys: KeysStatus | null
  load(): Promise<void>
}

/** Where keys of other programs are kept; never a key. */
export const createKeysSlice =
  (client: Client): StateCreator<KeysSlice> =>
  set => ({
    keys: null,
    async load() {
      const reply = await client.call('keys.status')
      if (reply.ok) set({ keys: reply.value })
    },
  })

export const useKeys = create<KeysSlice>()(createKeysSlice(engine))

/** Where keys are kept, as of the connections there are now. */
export function useKeysNow(): KeysStatus | null {
  // A key comes and goes with its connection.
  const ledger = useLedger(state => state.ledger.connected)
  const archive = usePaperless(state => state.paperless.connected)
  const model = useModel(state => state.status?.hasKey)
  useEffect(() => void useKeys.getState().load(), [ledger, archive, model])
  return useKeys(state => state.keys)
}

/**
 * Where one key is kept, or would be, in the one sentence that every place of Settings says; nothing until it is known.
 *
 * @param secret as the engine names it
 */
export function useKeyPlace(secret: 'ledger.api_key' | 'paperless.token' | 'model.api_key'): string {
  const { t } = useText()
  const keys = useKeys(state => state.keys)
  if (!keys) return ''
  return t(`keys.store.${keys.inFiles.includes(secret) ? 'key_files' : keys.store}`)
}
