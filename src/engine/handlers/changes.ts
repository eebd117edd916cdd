import { eq } from 'drizzle-orm'
import type { BulkResult } from '../../shared/bulk-result'
import type { DocumentId, GroupId } from '../../shared/ids'
import { toErrorData } from '../../shared/result'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { automate, automateAfterEdit } from '../automation/automate'
import type { DecisionContext } from '../decisions/context'
import type { EngineCore } from '../engine'
import { newId } from '../store/new-id'
import { sittingActor } from '../people/sitting'
import { invoices } from '../store/schema'
import type { Tx } from '../store/open'
import { journalLength } from '../store/journal'
import { write } from '../store/write'

/** A person's decision on one document: one transaction, then everybody hears of it. */
export interface Changes {
  /** @throws AppError what the decision throws; nothing is changed then */
  decide<T>(documentId: DocumentId, decision: (tx: Tx, ctx: DecisionContext) => T): T
  /**
   * The same decision on many: each stands by itself, and others get their turn in between. Together they are a group
   * that is undone as one.
   */
  decideEach(
    documentIds: readonly DocumentId[],
    decision: (tx: Tx, documentId: DocumentId, ctx: DecisionContext) => unknown,
  ): Promise<BulkResult>
  /**
   * Lets rules, policies and the autopilot look at documents now, without a person's decision.
   * @returns how many they changed
   */
  automateEach(documentIds: readonly DocumentId[]): Promise<number>
}

export function changesOn(core: EngineCore): Changes {
  function decideQuietly<T>(
    documentId: DocumentId,
    decision: (tx: Tx, ctx: DecisionContext) => T,
    actor: string,
    group?: GroupId,
  ) {
    const { store, context } = core.company()
    return write(store, tx => {
      // A twin's duplicate issue may come or go with this decision, an invoice of the same vendor be matched by it.
      const changed = new Set([documentId])
      const ctx = { ...context(actor), touched: (other: DocumentId) => void changed.add(other) }
      const since = journalLength(tx)
      const value = decision(tx, group === undefined ? ctx : { ...ctx, group })
      automateAfterEdit(tx, documentId, since, ctx)
      // What this decision answered elsewhere: nobody sits in front of those, so rules may take them on.
      for (const other of changed) if (other !== documentId) automate(tx, other, ctx)
      return { value, changed: [...changed] }
    })
  }

  function announce(documentIds: readonly DocumentId[]): void {
    const { store, queue, intake, ledger } = core.company()
    core.announce('document.changed', { documentIds: [...documentIds] })
    core.announce('counts.changed', {})
    const vendorIds = documentIds.slice(0, 50).flatMap(documentId => {
      const row = store.db
        .select({ vendorId: invoices.vendorId })
        .from(invoices)
        .where(eq(invoices.documentId, documentId))
        .get()
      return row?.vendorId ?? []
    })
    for (const vendorId of new Set(vendorIds)) core.announce('vendor.changed', { vendorId })
    // What was put back waits for reading or unpacking, what was approved for posting.
    queue.wake()
    ledger.wake()
    intake.resume().catch((thrown: unknown) => core.host.log.error({ err: thrown }, 'unpacking could not go on'))
  }

  const sitting = () => sittingActor(core.company().store.db)

  return {
    decide(documentId, decision) {
      const { value, changed } = decideQuietly(documentId, decision, sitting())
      announce(changed)
      return value
    },
    async decideEach(documentIds, decision) {
      const done: DocumentId[] = []
      const failed: BulkResult['failed'] = []
      const changed = new Set<DocumentId>()
      const group = newId<GroupId>(core.host.now())
      // Somebody else may sit down meanwhile: all of it is the decision of who made it.
      const actor = sitting()
      for (const documentId of documentIds) {
        try {
          const decided = decideQuietly(documentId, (tx, ctx) => decision(tx, documentId, ctx), actor, group)
          for (const id of decided.changed) changed.add(id)
          done.push(documentId)
        } catch (thrown) {
          const error = toErrorData(thrown)
          if (error.code === 'bug') core.host.log.error({ err: thrown, documentId }, 'a decision failed')
          failed.push({ documentId, error })
        }
        await nextTurn()
      }
      if (changed.size > 0) announce([...changed])
      return { done, failed, group }
    },
    async automateEach(documentIds) {
      const changed = new Set<DocumentId>()
      for (const documentId of documentIds) {
        const { store, context } = core.company()
        write(store, tx => {
          const before = journalLength(tx)
          automate(tx, documentId, {
            ...context(`engine ${core.host.version}`),
            touched: other => changed.add(other),
          })
          if (journalLength(tx) > before) changed.add(documentId)
        })
        await nextTurn()
      }
      if (changed.size > 0) announce([...changed])
      return changed.size
    },
  }
}
