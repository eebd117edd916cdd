import type { HandlersOf } from '../../shared/contract'
import type { vendorCalls } from '../../shared/contract/vendors'
import type { DocumentId } from '../../shared/ids'
import type { DecisionContext } from '../decisions/context'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { write, type Tx } from '../store/write'
import { keepApart, lookAlikes } from '../vendors/look-alikes'
import { mergeVendors, previewMerge, unmergeVendor } from '../vendors/merge'
import { forgetLesson, restoreLesson } from '../vendors/reading-memory/forget-lesson'
import { vendorLessonViews } from '../vendors/reading-memory/lesson-views'
import { vendorHistory } from '../vendors/vendor-history'
import { getVendor, listVendors, updateVendor } from '../vendors/vendor-store'

export function vendorHandlers(core: EngineCore): HandlersOf<typeof vendorCalls> {
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
    'vendor.history': ({ vendorId }) => vendorHistory(core.company().store.db, vendorId),
    'vendor.lookAlikes': () => ({ pairs: lookAlikes(core.company().store.db) }),
    'vendor.keepApart'(input) {
      change((tx, ctx) => keepApart(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: input.oneId })
      return {}
    },
    'vendor.previewMerge': input => previewMerge(core.company().store.db, input),
    'vendor.merge'(input) {
      change((tx, ctx) => mergeVendors(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: input.intoId })
      return {}
    },
    'vendor.unmerge'(input) {
      const intoId = change((tx, ctx) => unmergeVendor(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: intoId })
      return { intoId }
    },
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
