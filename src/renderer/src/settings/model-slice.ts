import { create, type StateCreator } from 'zustand'
import type { CallName, Input, Output } from '../../../shared/contract'
import type { ModelCallView, ModelPreview, OutsideModelStatus } from '../../../shared/outside-model'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface ModelSlice {
  /** Null until the engine has answered once. */
  readonly status: OutsideModelStatus | null
  readonly calls: readonly ModelCallView[]
  /** Key of the next page of calls; null after the last. */
  readonly nextCalls: string | null
  readonly isTesting: boolean
  readonly tested: Output<'model.test'> | null
  /** Why the test or the key failed; shown beside the buttons. */
  readonly error: ErrorData | null
  readonly preview: ModelPreview | null
  /** Drawing pages for it takes a moment. */
  readonly isPreparing: boolean
  load(): Promise<void>
  loadMoreCalls(): Promise<void>
  /** @returns whether the key was stored; it is not kept on this side */
  setKey(apiKey: string): Promise<boolean>
  forgetKey(): Promise<void>
  test(): Promise<void>
  showPreview(purpose: 'read' | 'code'): Promise<void>
  closePreview(): void
}

/** The outside model as the engine reports it: state, spending, and the list of what was sent. */
export const createModelSlice =
  (client: Client): StateCreator<ModelSlice> =>
  (set, get) => {
    async function asked<N extends CallName>(name: N, input: Input<N>): Promise<Output<N> | undefined> {
      const reply = await client.call(name, input)
      if (reply.ok) return reply.value
      set({ error: reply.error })
      return undefined
    }
    return {
      status: null,
      calls: [],
      nextCalls: null,
      isTesting: false,
      tested: null,
      error: null,
      preview: null,
      isPreparing: false,
      async load() {
        const [status, sent] = await Promise.all([client.call('model.status'), client.call('model.calls', {})])
        if (status.ok) set({ status: status.value })
        if (sent.ok) set({ calls: sent.value.calls, nextCalls: sent.value.next })
      },
      async loadMoreCalls() {
        const { nextCalls: after, calls } = get()
        if (after === null) return
        const reply = await client.call('model.calls', { after, limit: 100 })
        if (reply.ok) set({ calls: [...calls, ...reply.value.calls], nextCalls: reply.value.next })
        else notifyError(reply.error)
      },
      async setKey(apiKey) {
        set({ error: null, tested: null })
        const status = await asked('model.setKey', { apiKey })
        if (status) set({ status })
        return status !== undefined
      },
      async forgetKey() {
        set({ error: null, tested: null })
        const status = await asked('model.forgetKey', {})
        if (status) set({ status })
      },
      async test() {
        set({ isTesting: true, tested: null, error: null })
        const tested = await asked('model.test', {})
        set({ isTesting: false, tested: tested ?? null })
      },
      async showPreview(purpose) {
        set({ error: null, isPreparing: true })
        const preview = await asked('model.preview', { purpose })
        set({ isPreparing: false, preview: preview ?? null })
      },
      closePreview: () => set({ preview: null }),
    }
  }

export const useModel = create<ModelSlice>()(createModelSlice(engine))
