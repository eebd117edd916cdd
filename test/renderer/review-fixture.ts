import type { Bridge, EventData, EventName, Parsed, Output, CallName } from '../../src/shared/contract'
import type { DocumentView } from '../../src/shared/document-view'
import type { DocumentState } from '../../src/shared/document'
import { DocumentId, InvoiceId, IssueId, LineId, VendorId } from '../../src/shared/ids'
import type { Band, FieldName, FieldView, LineView, Origin } from '../../src/shared/invoice'
import type { IssueView } from '../../src/shared/issue'
import type { ErrorData, Reply } from '../../src/shared/result'
import { someUpdates } from './fixture-bridge'

/** An engine of a few documents for the review screen: enough behaviour to try every way through it, nothing stored. */

const uuid = (kind: string, number: number) =>
  `00000000-0000-7${kind}-8000-${String(number).padStart(12, '0')}`.padEnd(36, '0')
export const documentId = (number: number) => DocumentId.parse(uuid('001', number))
export const issueId = (number: number) => IssueId.parse(uuid('002', number))
export const lineId = (number: number) => LineId.parse(uuid('003', number))
const invoiceId = (number: number) => InvoiceId.parse(uuid('004', number))
export const vendorId = (number: number) => VendorId.parse(uuid('005', number))

export function onPage(x: number, y: number, width: number, height: number, text: string, label?: string): Origin {
  return {
    kind: 'page',
    page: 1,
    box: { x, y, width, height },
    text,
    by: 'text_layer',
    ...(label === undefined ? {} : { label }),
  }
}

export function field(name: FieldName, value: string | null, origin: Origin | null, band: Band = 'sure'): FieldView {
  return { name, value, band, probability: band === 'sure' ? 0.98 : 0.6, origin, candidates: [] }
}

export function line(number: number, description: string, total: string, changes: Partial<LineView> = {}): LineView {
  return {
    id: lineId(number),
    position: number,
    description,
    quantity: '1',
    unit: null,
    unitPrice: total,
    lineTotal: total,
    taxRate: '16',
    productCode: null,
    classificationCode: null,
    accountCode: '601.56',
    accountName: 'Mantenimiento y conservación',
    codingState: 'pending',
    codingProbability: 0.95,
    codingEvidence: [],
    origin: null,
    ...changes,
  }
}

export function issue(number: number, changes: Partial<IssueView>): IssueView {
  return {
    id: issueId(number),
    key: 'total_mismatch',
    severity: 'high',
    state: 'open',
    subject: { type: 'document' },
    params: {},
    suggestions: [],
    resolution: null,
    question: null,
    allows: { skip: changes.severity === 'medium' || changes.severity === 'low', waive: true },
    ...changes,
  }
}

/** A hardware store's invoice whose lines are 400.00 short of the printed subtotal. */
export function mismatchedInvoice(number: number): DocumentView {
  return {
    documentId: documentId(number),
    intakeNumber: number,
    fileName: `scan_03${number}.pdf`,
    kind: 'pdf',
    mediaType: 'application/pdf',
    bytes: 48_213,
    sha256: '9f3c'.repeat(16),
    source: 'drop',
    receivedAt: Date.UTC(2026, 2, 14, 16, 30),
    state: 'needs_review',
    stateReason: null,
    pages: [{ number: 1, width: 595, height: 842, textSource: 'text_layer', rotation: 0 }],
    parentId: null,
    duplicateOf: null,
    invoice: {
      id: invoiceId(number),
      format: 'page',
      revision: 1,
      vendor: { id: vendorId(1), name: 'Ferretería Ruiz SA de CV', taxId: 'FRU900101AB1', isNew: false },
      fields: [
        field('document_type', 'invoice', null),
        field('seller.name', 'Ferretería Ruiz SA de CV', onPage(46, 70, 190, 10, 'Ferretería Ruiz SA de CV')),
        field('seller.tax_id', 'FRU900101AB1', onPage(240, 70, 80, 10, 'FRU900101AB1', 'RFC')),
        field('invoice_number', 'A-1182', onPage(470, 62, 60, 10, 'A-1182', 'Folio')),
        field('issue_date', '2026-03-12', onPage(470, 78, 70, 10, '12/03/2026', 'Fecha')),
        {
          ...field('due_date', '2026-03-31', onPage(470, 94, 70, 10, '31/03/2026', 'Vence'), 'check'),
          candidates: [
            { value: '2026-03-13', probability: 0.2, origin: onPage(300, 400, 70, 10, '13/03/2026', 'Entrega') },
          ],
        },
        field('net_total', '10000.00', onPage(470, 236, 60, 10, '10,000.00', 'Subtotal')),
        field('tax_total', '1600.00', onPage(470, 258, 60, 10, '1,600.00', 'IVA 16 %')),
        {
          ...field('grand_total', '11600.00', onPage(470, 288, 70, 12, '11,600.00', 'TOTAL M.N.')),
          candidates: [
            { value: '10000.00', probability: 0.3, origin: onPage(470, 236, 60, 10, '10,000.00', 'Subtotal') },
            {
              value: '11200.00',
              probability: 0.1,
              origin: { kind: 'formula', rule: 'sum_lines', inputs: ['net_total'] },
            },
          ],
        },
        field('currency', 'MXN', onPage(390, 288, 40, 12, 'M.N.')),
      ],
      lines: [
        line(1, 'Tornillo hexagonal 1/4" galv. (caja 100)', '4800.00', {
          quantity: '400',
          unitPrice: '12.00',
          codingState: 'confirmed',
          origin: onPage(46, 176, 440, 12, 'Tornillo hexagonal'),
        }),
        line(2, 'Flete local, entrega en obra', '4800.00', {
          accountCode: '601.72',
          accountName: 'Fletes y acarreos',
          codingProbability: 0.55,
          codingEvidence: [{ key: 'last_time', params: { count: 18 } }],
          origin: onPage(46, 196, 440, 12, 'Flete local'),
        }),
      ],
    },
    issues: [
      issue(number * 10 + 2, {
        key: 'account_needed',
        severity: 'medium',
        subject: { type: 'line', lineId: lineId(2) },
        params: { description: 'Flete local' },
        suggestions: [
          {
            key: 'set_account',
            params: { account: '601.72', name: 'Fletes y acarreos' },
            why: 'last_time',
            fix: { type: 'set_account', lineId: lineId(2), accountCode: '601.72' },
          },
        ],
      }),
      issue(number * 10 + 1, {
        params: {
          lines: '9600.00',
          tax: '1600.00',
          computed: '11200.00',
          total: '11600.00',
          difference: '400.00',
          currency: 'MXN',
        },
        suggestions: [
          {
            key: 'add_line',
            params: { amount: '400.00', currency: 'MXN' },
            fix: { type: 'add_line', description: 'Diferencia', amount: '400.00', accountCode: '601.72' },
          },
          {
            key: 'keep_printed',
            params: { total: '11600.00', currency: 'MXN' },
            fix: { type: 'waive', reason: 'as printed' },
          },
          {
            key: 'set_field',
            params: { value: '11200.00', field: 'grand_total', currency: 'MXN' },
            fix: { type: 'set_field', field: 'grand_total', value: '11200.00' },
          },
        ],
      }),
    ],
    bill: null,
    canUndo: false,
    canRedo: false,
  }
}

/** An invoice without anything to settle. */
export function cleanInvoice(number: number): DocumentView {
  const view = mismatchedInvoice(number)
  const lines = [line(1, 'Hosting, marzo 2026', '10000.00', { codingState: 'confirmed' })]
  return { ...view, state: 'ready', issues: [], invoice: view.invoice && { ...view.invoice, lines } }
}

export interface Recorded {
  readonly name: CallName
  readonly input: unknown
}

export interface ReviewEngine extends Bridge {
  readonly recorded: Recorded[]
  readonly views: Map<DocumentId, DocumentView>
  announce<N extends EventName>(name: N, data: EventData<N>): void
  /** Makes the next call of this name fail. */
  failNext(name: CallName, error: ErrorData): void
}

type Answers = { [N in CallName]?: (input: Parsed<N>) => Reply<Output<N>> }

const ok = <T>(value: T): Reply<T> => ({ ok: true, value })
const missing: Reply<never> = { ok: false, error: { code: 'document_not_found', params: {}, retry: 'never' } }

/** An engine that knows these documents and changes them as the real one would, as far as the screen can tell. */
export function reviewEngine(documents: readonly DocumentView[], more: Answers = {}): ReviewEngine {
  const views = new Map(documents.map(view => [view.documentId, view]))
  const before = new Map<DocumentId, DocumentView[]>()
  const recorded: Recorded[] = []
  const failures = new Map<CallName, ErrorData>()
  const listeners = new Map<EventName, Set<(data: never) => void>>()

  function change(id: DocumentId, edit: (view: DocumentView) => DocumentView): Reply<{ revision: number }> {
    const view = views.get(id)
    if (!view?.invoice) return missing
    before.set(id, [...(before.get(id) ?? []), view])
    const revision = view.invoice.revision + 1
    const edited = edit(view)
    const isOpen = edited.issues.some(
      one => one.state === 'open' && (one.severity === 'high' || one.severity === 'critical'),
    )
    views.set(id, {
      ...edited,
      state: isOpen ? 'needs_review' : 'ready',
      invoice: edited.invoice && { ...edited.invoice, revision },
      canUndo: true,
    })
    return ok({ revision })
  }
  const withLines = (view: DocumentView, edit: (lines: readonly LineView[]) => LineView[]): DocumentView => ({
    ...view,
    invoice: view.invoice && { ...view.invoice, lines: edit(view.invoice.lines) },
  })
  function settle(id: DocumentId, state: DocumentView['state']) {
    const view = views.get(id)
    if (view) views.set(id, { ...view, state })
    return ok({ done: [id], failed: [] })
  }

  const waiting: readonly DocumentState[] = ['needs_review', 'ready', 'post_failed']
  const answers: Answers = {
    'document.get': input => {
      const view = views.get(input.documentId)
      return view ? ok(view) : missing
    },
    'document.pageWords': () => ok({ words: [] }),
    'document.waiting': ({ documentIds }) =>
      ok({ documentIds: documentIds.filter(id => waiting.includes(views.get(id)?.state ?? 'posted')) }),
    'document.approve': input => settle(input.documentIds[0] ?? documentId(0), 'approved'),
    'document.hold': input => settle(input.documentIds[0] ?? documentId(0), 'on_hold'),
    'document.reject': input => settle(input.documentIds[0] ?? documentId(0), 'rejected'),
    'document.restore': input => settle(input.documentIds[0] ?? documentId(0), 'needs_review'),
    'document.retry': () => ok({}),
    'document.undo': input => {
      const last = before.get(input.documentId)?.pop()
      if (!last) return { ok: false, error: { code: 'nothing_to_undo', params: {}, retry: 'user' } }
      views.set(input.documentId, last)
      return ok({ revision: last.invoice?.revision ?? 0 })
    },
    'field.set': input =>
      change(input.documentId, view => ({
        ...view,
        invoice: view.invoice && {
          ...view.invoice,
          fields: view.invoice.fields.map(one =>
            one.name === input.field
              ? { ...one, value: input.value, band: 'sure', origin: { kind: 'person', at: 1_773_500_000_000 } }
              : one,
          ),
        },
      })),
    'line.set': input =>
      change(input.documentId, view =>
        withLines(view, lines =>
          lines.map(one => (one.id === input.lineId ? { ...one, [input.column]: input.value } : one)),
        ),
      ),
    'line.setAccount': input =>
      change(input.documentId, view => ({
        ...withLines(view, lines =>
          lines.map(one =>
            input.lineIds.includes(one.id) ? { ...one, accountCode: input.accountCode, codingState: 'confirmed' } : one,
          ),
        ),
        issues: view.issues.map(one =>
          one.subject.type === 'line' && input.lineIds.includes(one.subject.lineId)
            ? { ...one, state: 'resolved' }
            : one,
        ),
      })),
    'line.add': input =>
      change(input.documentId, view => withLines(view, lines => [...lines, line(lines.length + 1, '', '0.00')])),
    'line.remove': input =>
      change(input.documentId, view => withLines(view, lines => lines.filter(one => one.id !== input.lineId))),
    'issue.applyFix': input => {
      const owner = [...views.values()].find(view => view.issues.some(one => one.id === input.issueId))
      if (!owner) return missing
      const done = change(owner.documentId, view => ({
        ...view,
        issues: view.issues.map(one =>
          one.id === input.issueId
            ? { ...one, state: 'resolved', resolution: { fix: input.fix, by: 'Ana', at: 1_773_500_000_000, note: '' } }
            : one,
        ),
      }))
      if (!done.ok) return done
      if (input.fix.type === 'mark_duplicate') settle(owner.documentId, 'duplicate')
      return ok({ openBlocking: 0, openIssues: 0, revision: done.value.revision })
    },
    'issue.reopen': input => {
      const owner = [...views.values()].find(view => view.issues.some(one => one.id === input.issueId))
      if (!owner) return missing
      return change(owner.documentId, view => ({
        ...view,
        issues: view.issues.map(one => (one.id === input.issueId ? { ...one, state: 'open', resolution: null } : one)),
      }))
    },
    'account.search': () =>
      ok({
        accounts: [
          {
            code: '601.72',
            name: { en: 'Freight and haulage', es: 'Fletes y acarreos' },
            parent: '601',
            level: 2,
            isPostable: true,
          },
          {
            code: '601.84',
            name: { en: 'Other general expenses', es: 'Otros gastos generales' },
            parent: '601',
            level: 2,
            isPostable: true,
          },
        ],
      }),
    'account.get': input =>
      ok({
        code: input.code,
        name: { en: 'Freight and haulage', es: 'Fletes y acarreos' },
        parent: '601',
        level: 2,
        isPostable: true,
      }),
    'journal.list': () => ok({ entries: [], next: null }),
    ...more,
  }

  return {
    recorded,
    views,
    openInLedger: () => Promise.resolve({ ok: true, value: {} }),
    chooseFolder: () => Promise.resolve({ ok: true, value: { isChosen: false } }),
    updates: () => Promise.resolve({ ok: true, value: someUpdates() }),
    save: () => Promise.resolve({ ok: true, value: { isSaved: true } }),
    async call(name, input) {
      recorded.push({ name, input })
      const failure = failures.get(name)
      failures.delete(name)
      if (failure) return { ok: false, error: failure }
      const answer = answers[name] as ((input: unknown) => Reply<never>) | undefined
      return answer ? answer(input) : { ok: false, error: { code: 'engine_gone', params: {}, retry: 'later' } }
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener as (data: never) => void))
      return () => known.delete(listener as (data: never) => void)
    },
    take: async () => ok({ accepted: 0 }),
    announce(name, data) {
      for (const listener of listeners.get(name) ?? []) listener(data as never)
    },
    failNext: (name, error) => void failures.set(name, error),
  }
}
