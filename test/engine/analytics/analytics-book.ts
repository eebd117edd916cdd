import { issueFigures } from '../../../src/engine/analytics/issue-figures'
import { countBehind } from '../../../src/engine/analytics/behind-figure'
import { overview } from '../../../src/engine/analytics/overview'
import { timeFigures } from '../../../src/engine/analytics/times'
import { vendorFigures } from '../../../src/engine/analytics/vendor-figures'
import { listDocumentIds } from '../../../src/engine/lists/list-documents'
import type { Figure, FigureFilter, Period } from '../../../src/shared/analytics'
import { InboxFilter, InboxSort } from '../../../src/shared/inbox'
import type { DocumentId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'

export const allTime: Period = { from: null, to: null }

/** Everything Analytics says about a book. */
export function figuresOf(book: Book, period: Period = allTime) {
  const { db } = book.store
  return {
    ...overview(db, period, book.now, null),
    issues: issueFigures(db, period, book.now),
    times: timeFigures(db, period),
    vendors: vendorFigures(db, period),
  }
}

export function counted(book: Book, figure: Figure, period: Period = allTime): number {
  return countBehind(book.store.db, { figure, period }, book.now)
}

/** What the inbox lists when a number is clicked, archive and all. */
export function listed(book: Book, figure: FigureFilter, more: Partial<InboxFilter> = {}): readonly DocumentId[] {
  const filter = InboxFilter.parse({ figure, ...more })
  return listDocumentIds(book.store.db, filter, InboxSort.parse({}), book.now)
}
