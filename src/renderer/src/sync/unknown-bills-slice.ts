import { create, type StateCreator } from 'zustand'
import type { DocumentId } from '../../../shared/ids'
import type { LedgerName, UnknownBill, UnknownBillAnswer } from '../../../shared/unknown-bill'
import { engine, type Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

export interface UnknownBillsSlice {
  readonly bills: readonly UnknownBill[]
  /** Of all that wait for an answer, shown or not. */
  readonly total: number
  /** How many of these are vendor credits. */
  readonly credits: number
  load(): Promise<void>
  /** @param bill null for all of them */
  answer(bill: UnknownBill | null, answer: UnknownBillAnswer): Promise<void>
  /** Approves the document a bill fits: its bill is found by number, and none is made. */
  link(documentId: DocumentId): Promise<void>
}

const shown = 50

/** Bills and vendor credits in the ledger with our mark that nothing here stands for. */
export const createUnknownBillsSlice =
  (client: Client): StateCreator<UnknownBillsSlice> =>
  (set, get) => {
    let asked = 0
    async function say(names: LedgerName[] | null, answer: UnknownBillAnswer): Promise<boolean> {
      const reply = await client.call('ledger.answerUnknownBills', { bills: names, answer })
      if (!reply.ok) notifyError(reply.error)
      await get().load()
      return reply.ok
    }
    return {
      bills: [],
      total: 0,
      credits: 0,
      async load() {
        const mine = ++asked
        const reply = await client.call('ledger.unknownBills', { limit: shown })
        if (reply.ok && mine === asked) set(reply.value)
      },
      async answer(bill, answer) {
        if (bill === null) return void (await say(null, answer))
        const { kind, ledgerId, billNumber: number } = bill
        if (!(await say([{ kind, ledgerId }], answer))) return
        const undo = async () => void (await say([{ kind, ledgerId }], { type: 'ask_again' }))
        notify({
          text: ({ t }) => t(`unknownBills.${answer.type === 'keep' ? 'kept' : 'dismissed'}`, { kind, number }),
          tone: 'good',
          action: { label: 'toast.undo', run: undo },
        })
      },
      async link(documentId) {
        const reply = await client.call('document.approve', { documentIds: [documentId] })
        const error = reply.ok ? reply.value.failed[0]?.error : reply.error
        if (error) notifyError(error)
        await get().load()
      },
    }
  }

export const useUnknownBills = create<UnknownBillsSlice>()(createUnknownBillsSlice(engine))
