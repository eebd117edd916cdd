import type { HandlersOf } from '../../shared/contract'
import type { billCalls } from '../../shared/contract/bills'
import type { BillRecord } from '../../shared/bill-record'
import type { DocumentId } from '../../shared/ids'
import { toErrorData, type ErrorData } from '../../shared/result'
import type { EngineCore } from '../engine'
import { billRecord } from '../export/bill-record'
import { journalHead } from '../store/journal'
import { newId } from '../store/new-id'
import { readSettings } from '../store/settings'

/** Bills as files for programs other than the connected ledger. */
export function billHandlers(core: EngineCore): HandlersOf<typeof billCalls> {
  return {
    async 'bills.export'({ documentIds, format }) {
      const { store, ready, context } = core.company()
      const { settings, chart } = context('person')
      const head = journalHead(store.db)
      const bills: BillRecord[] = []
      const leftOut: { documentId: DocumentId; error: ErrorData }[] = []
      for (const documentId of documentIds) {
        try {
          bills.push(billRecord(store.db, documentId, settings, chart, head))
        } catch (thrown) {
          leftOut.push({ documentId, error: toErrorData(thrown) })
        }
      }
      if (bills.length === 0) return { file: null, bills: 0, leftOut }
      const { companyName, companyTaxIds } = readSettings(store.db)
      const buyer = { name: companyName, taxId: companyTaxIds[0] ?? null }
      const now = core.host.now()
      // The libraries behind files of bills are read when somebody wants one, not at every start.
      const { endingOf, writeBills } = await import('../export/bill-files')
      const day = new Date(now).toISOString().slice(0, 10)
      const name = `bills-${day}.${endingOf(format, bills.length)}`
      const file = await ready.make(newId(now), name, path => writeBills(path, bills, format, buyer))
      return { file, bills: bills.length, leftOut }
    },
  }
}
