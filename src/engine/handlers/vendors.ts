import type { Handlers } from '../../shared/contract'
import type { DocumentId } from '../../shared/ids'
import type { DecisionContext } from '../decisions/context'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { write, type Tx } from '../store/write'
import { forgetLesson, restoreLesson } from '../vendors/reading-memory/forget-lesson'
import { vendorLessonViews } from '../vendors/reading-memory/lesson-views'
import { getVendor, listVendors, updateVendor } from '../vendors/vendor-store'

type VendorCalls =
  'vendor.list' | 'vendor.get' | 'vendor.update' | 'vendor.lessons' | 'lesson.forget' | 'lesson.restore'

export function vendorHandlers(core: EngineCore): Pick<Handlers, VendorCalls> {
  /** One change of what is known about a vendor, and everybody hears which documents it changed. */
  function change<T>(decision: (tx: Tx, ctx: DecisionContext) => T): T {
    const { store, context } = core.company()
    const changed = new Set<DocumentId>()
    const ctx = {
      ...context(sittingActor(store.db)),
      touched: (documentId: DocumentId) => void changed.add(documentId),
    }
    const value = write(store, tx => decision(tx, ctx))
    if (changed.size > 0) core.announce('document.changed', { documentIds: [...changed] })
    core.company().queue.wake()
    return value
  }

  return {
    'vendor.list': input => listVendors(core.company().store.db, input),
    'vendor.get': ({ vendorId }) => getVendor(core.company().store.db, vendorId),
    'vendor.update'(input) {
      const vendor = change((tx, ctx) => updateVendor(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: input.vendorId })
      return vendor
    },
    'vendor.lessons': ({ vendorId }) => ({ lessons: vendorLessonViews(core.company().store.db, vendorId) }),
    'lesson.forget'(input) {
      const forgotten = change((tx, ctx) => forgetLesson(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: input.vendorId })
      return forgotten
    },
    'lesson.restore'(input) {
      const vendorId = change((tx, ctx) => restoreLesson(tx, input, ctx))
      core.announce('vendor.changed', { vendorId })
      return {}
    },
  }
}
