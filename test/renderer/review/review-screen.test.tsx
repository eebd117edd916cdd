import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useNetwork } from '../../../src/renderer/src/app/network-slice'
import { listenToKeys } from '../../../src/renderer/src/commands/keyboard'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { ReviewScreen } from '../../../src/renderer/src/review/ReviewScreen'
import { useReview } from '../../../src/renderer/src/review/state/review-store'
import type { DocumentView } from '../../../src/shared/document-view'
import type { VendorView } from '../../../src/shared/vendor'
import {
  cleanInvoice,
  documentId,
  issue,
  issueId,
  lineId,
  mismatchedInvoice,
  reviewEngine,
  vendorId,
  type ReviewEngine,
} from '../review-fixture'

let engine: ReviewEngine
let stopKeys: () => void = () => undefined

/** XML documents need no drawing, which jsdom cannot do. */
const asXml = (view: DocumentView): DocumentView => ({ ...view, kind: 'xml', pages: [] })

function openReview(documents: readonly DocumentView[], more: Parameters<typeof reviewEngine>[1] = {}) {
  engine = reviewEngine(documents, more)
  vi.stubGlobal('quittance', engine)
  useReview.setState({ documentId: null, view: null, drafts: {}, dialog: null, problem: null, announcement: null })
  useNavigation.setState({ screen: 'inbox' })
  const ids = documents.map(document => document.documentId)
  useNavigation.getState().openReview(ids[0] ?? null, ids)
  stopKeys()
  stopKeys = listenToKeys(window, {
    screen: () => useNavigation.getState().screen,
    singleKeyShortcuts: () => true,
    now: () => performance.now(),
    mac: false,
  })
  return render(<ReviewScreen />)
}

/** Opens an invoice without problems and waits until the cursor is where it starts. */
async function openClean() {
  openReview([asXml(cleanInvoice(1))])
  await waitFor(() => expect(focusTarget()).toBe('approve'))
}

/** Moves the focus as Tab would. In jsdom nothing has a size, so a click would hit the pane divider as well. */
const enter = (element: HTMLElement) => act(() => element.focus())

const focusTarget = () => (document.activeElement as HTMLElement | null)?.dataset['focusTarget']
const callsOf = (name: string) => engine.recorded.filter(call => call.name === name).map(call => call.input)

const papelera: VendorView = {
  id: vendorId(7),
  name: 'Papelera del Norte SA de CV',
  taxId: 'PNO180312Q55',
  country: 'MX',
  aliases: [],
  defaultAccountCode: null,
  invoiceCount: 3,
  openCount: 0,
  isNew: false,
}
const listed = (...vendors: VendorView[]) =>
  ({ ok: true, value: { vendors, next: null, total: vendors.length } }) as const

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
  useLanguage.getState().setLanguage('en', 'en-GB')
})

describe('an invoice with problems', () => {
  test('opens with the cursor on the likeliest way out of the blocking one', async () => {
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    expect(screen.getByText('1 of 1')).toBeTruthy()
    expect(screen.getByText('1 blocking')).toBeTruthy()
  })

  test('is settled and approved with one key per problem and one for the approval', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1)), asXml(cleanInvoice(2))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(12)}`))
    await user.keyboard('1')
    await waitFor(() => expect(focusTarget()).toBe('approve'))
    expect(screen.getByText('2 keys')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(useNavigation.getState().documentId).toBe(documentId(2)))
    expect(callsOf('document.approve')).toEqual([{ documentIds: [documentId(1)] }])
  })

  test('takes the suggestion whose number is pressed', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('3')
    await waitFor(() => expect(callsOf('issue.applyFix')).toHaveLength(1))
    expect(callsOf('issue.applyFix')[0]).toMatchObject({ fix: { type: 'set_field', value: '11200.00' } })
  })

  test('offers known vendors while one types who sent it; the one chosen answers the question who it is', async () => {
    const user = userEvent.setup()
    const view = asXml(cleanInvoice(1))
    const asked = issue(31, { key: 'vendor_no_match', subject: { type: 'vendor' }, params: {}, suggestions: [] })
    openReview([{ ...view, issues: [asked] }], { 'vendor.list': () => listed(papelera) })
    const field = await screen.findByRole('combobox', { name: /^Vendor/ })
    enter(field)
    await user.clear(field)
    await user.keyboard('pap')
    expect((await screen.findByRole('option', { name: /Papelera/ })).getAttribute('aria-selected')).toBe('false')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(callsOf('issue.applyFix')).toHaveLength(1))
    expect(callsOf('issue.applyFix')[0]).toMatchObject({
      issueId: issueId(31),
      fix: { type: 'choose_vendor', vendorId: vendorId(7) },
    })
    expect(callsOf('field.set')).toEqual([])
  })

  test('keeps a name that was typed to its end, whoever else is known', async () => {
    const user = userEvent.setup()
    openReview([asXml(cleanInvoice(1))], { 'vendor.list': () => listed(papelera) })
    const field = await screen.findByRole('combobox', { name: /^Vendor/ })
    enter(field)
    await user.clear(field)
    await user.keyboard('Pap')
    await screen.findByRole('option', { name: /Papelera/ })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(callsOf('field.set')).toMatchObject([{ field: 'seller.name', value: 'Pap' }]))
  })

  test('folds away what was settled longer ago than documents stay in the lists, and still shows it on demand', async () => {
    const day = 86_400_000
    const settled = (number: number, daysAgo: number) =>
      issue(number, {
        state: 'resolved',
        resolution: { fix: null, by: 'Ana', at: Date.now() - daysAgo * day, note: `${daysAgo} days` },
      })
    const view = asXml(cleanInvoice(1))
    openReview([{ ...view, issues: [settled(21, 3), settled(22, 400)] }])
    const fold = (await screen.findByText('1 issue resolved more than 180 days ago')).closest('details')
    expect(fold?.open).toBe(false)
    expect(screen.getByText('400 days').closest('details')).toBe(fold)
    expect(screen.getByText('3 days').closest('details')).toBeNull()
  })

  test.each([
    ['en', 'XML kept here: Paperless-ngx cannot store it'],
    ['es', 'XML conservado aquí: Paperless-ngx no puede guardarlo'],
  ] as const)('that the archive cannot store says so (%s)', async (language, sentence) => {
    useLanguage.getState().setLanguage(language, language)
    openReview([{ ...asXml(cleanInvoice(1)), inArchive: { state: 'kept_here', archiveId: null } }])
    expect(await screen.findByText(sentence)).toBeTruthy()
  })

  test('says why it cannot be approved yet', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    const approve = screen.getByRole('button', { name: 'Approve and next' })
    expect(approve.getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findAllByText('One blocking issue is open.')).not.toHaveLength(0)
    expect(callsOf('document.approve')).toEqual([])
    expect(callsOf('issue.applyFix')).toEqual([])
  })

  test('can be asked about with Q: a name, Enter, and the cursor stays with the work', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))], { 'issue.ask': () => ({ ok: true, value: { revision: 2 } }) })
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('q')
    const dialog = await screen.findByRole('dialog', { name: 'Ask somebody about it' })
    expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
    await user.keyboard('Ana{Enter}')
    await waitFor(() => expect(callsOf('issue.ask')).toHaveLength(1))
    expect(callsOf('issue.ask')[0]).toMatchObject({ issueId: issueId(11), of: 'Ana', due: null })
  })

  test('under the air gap says of each way out that it waits, or that it cannot be had now', async () => {
    const user = userEvent.setup()
    const refused = issue(31, {
      key: 'post_failed',
      severity: 'high',
      suggestions: [
        { key: 'retry_posting', params: {}, fix: { type: 'retry_posting' } },
        { key: 'delete_ledger_draft', params: {}, fix: { type: 'delete_ledger_draft' } },
      ],
    })
    useNetwork.setState({ isClosed: true })
    try {
      openReview([asXml({ ...cleanInvoice(1), state: 'post_failed', issues: [refused] })])
      const again = await screen.findByRole('button', { name: /^Post it again/ })
      expect(again.textContent).toContain('Waits until the air gap is switched off in Settings')
      const gone = screen.getByRole('button', { name: /Not while the air gap is on$/ })
      expect(gone.getAttribute('aria-disabled')).toBe('true')
      act(() => gone.focus())
      await user.keyboard('2')
      expect(callsOf('ledger.deleteDraft')).toEqual([])
    } finally {
      act(() => useNetwork.setState({ isClosed: false }))
    }
  })

  test('is waved through only with a reason', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('w{Enter}')
    expect(callsOf('issue.applyFix')).toEqual([])
    await user.keyboard('freight comes later{Enter}')
    await waitFor(() => expect(callsOf('issue.applyFix')).toHaveLength(1))
    const reason = 'freight comes later'
    expect(callsOf('issue.applyFix')[0]).toMatchObject({ fix: { type: 'waive', reason }, note: reason, revision: 1 })
  })

  test('tells how many others have its cause, shows the difference and makes it with two keys', async () => {
    const user = userEvent.setup()
    const others = [documentId(7), documentId(8)]
    const row = { intakeNumber: 7, number: 'A-7', currency: 'MXN', stateAfter: 'ready', error: null } as const
    const changes = [{ name: 'grand_total', from: '12000.00', to: '11600.00' }]
    openReview([asXml(mismatchedInvoice(1))], {
      'issue.previewSame': () => ({
        ok: true,
        value: {
          issues: 2,
          documentIds: others,
          rows: [{ ...row, issueId: issueId(77), documentId: documentId(7), changes }],
        },
      }),
      'issue.settleSame': () => ({ ok: true, value: { done: others, failed: [] } }),
    })
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('1')
    await screen.findByText('2 other documents have the same cause.')
    await user.keyboard('{Alt>}s{/Alt}')
    const dialog = await screen.findByRole('dialog', { name: 'The same answer on 2 other documents' })
    expect(within(dialog).getByText('12,000.00').tagName).toBe('DEL')
    expect(within(dialog).getByText('and one more document')).toBeTruthy()
    expect(callsOf('issue.settleSame')).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(callsOf('issue.settleSame')).toEqual([{ issueId: issueId(11), documentIds: others }]))
  })

  test('folds a settled issue to a line that can be undone', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('2')
    const settled = await screen.findByRole('list', { name: 'Resolved issues' })
    await user.click(within(settled).getByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Resolved issues' })).toBeNull())
  })

  test('E opens the account of the line the issue is about', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('1')
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(12)}`))
    await user.keyboard('e')
    expect(await screen.findByRole('combobox', { name: 'Account of line 2' })).toBe(document.activeElement)
  })
})

describe('fields', () => {
  test('carry their band in words, not by colour alone', async () => {
    const view = asXml(mismatchedInvoice(1))
    const fields = view.invoice?.fields.map(one =>
      one.name === 'invoice_number' ? { ...one, value: null, band: 'missing' as const } : one,
    )
    openReview([{ ...view, invoice: view.invoice && { ...view.invoice, fields: fields ?? [] } }])
    const due = await screen.findByLabelText(/^Due/)
    expect(due.closest('.rv-field')?.textContent).toContain('check')
    const number = screen.getByLabelText(/^Number/)
    expect(number.getAttribute('aria-invalid')).toBe('true')
    const message = document.getElementById(number.getAttribute('aria-describedby') ?? '')
    expect(message?.textContent).toContain('Required')
  })

  test('save themselves when left', async () => {
    const user = userEvent.setup()
    await openClean()
    const number = await screen.findByLabelText(/^Number/)
    enter(number)
    await user.keyboard('A-1183')
    await user.tab()
    await waitFor(() => expect(callsOf('field.set')[0]).toMatchObject({ field: 'invoice_number', value: 'A-1183' }))
  })

  test('Enter confirms a doubtful value as it stands and goes on', async () => {
    const user = userEvent.setup()
    await openClean()
    enter(await screen.findByLabelText(/^Due/))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(callsOf('field.set')[0]).toMatchObject({ field: 'due_date', value: '2026-03-31' }))
    await waitFor(() => expect(focusTarget()).toBe('approve'))
  })

  test('a value that cannot be read keeps what was typed and says how to write it', async () => {
    const user = userEvent.setup()
    await openClean()
    const total = await screen.findByLabelText(/^Total/)
    engine.failNext('field.set', { code: 'value_invalid', params: { reason: 'amount' }, retry: 'user' })
    enter(total)
    await user.keyboard('about ten{Enter}')
    expect((await screen.findByText(/./, { selector: '.rv-field-message' })).id).toBe(
      total.getAttribute('aria-describedby'),
    )
    expect((total as HTMLInputElement).value).toBe('about ten')
    await user.keyboard('{Escape}')
    expect((total as HTMLInputElement).value).toBe('11,600.00')
  })

  test('Alt+↓ offers the other values found, and the chosen one is stored', async () => {
    const user = userEvent.setup()
    await openClean()
    enter(await screen.findByLabelText(/^Total/))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const menu = await screen.findByRole('menu', { name: 'Other values for the total' })
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(2)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(callsOf('field.set')[0]).toMatchObject({ field: 'grand_total', value: '10000.00' }))
  })
})

describe('lines', () => {
  test('a line is split with Ctrl+/, joined to the next with Ctrl+J, and takes up the difference with Alt+=', async () => {
    const user = userEvent.setup()
    const revised = () => ({ ok: true, value: { revision: 2 } }) as const
    openReview([asXml(mismatchedInvoice(1))], { 'line.split': revised, 'line.merge': revised, 'line.fill': revised })
    const grid = await screen.findByRole('grid', { name: 'Lines' })
    const clickFirstLine = () => user.click(within(grid).getByText('Mantenimiento y conservación'))
    await clickFirstLine()
    await user.keyboard('{Control>}/{/Control}')
    const dialog = await screen.findByRole('dialog')
    const [first] = within(dialog).getAllByRole('textbox')
    if (!first) throw new Error('no part to type')
    await user.clear(first)
    await user.keyboard('30 %{Enter}')
    await waitFor(() => expect(callsOf('line.split')).toHaveLength(1))
    expect(callsOf('line.split')[0]).toMatchObject({ lineId: lineId(1), parts: ['30 %', ''] })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await clickFirstLine()
    await user.keyboard('{Control>}j{/Control}')
    await waitFor(() => expect(callsOf('line.merge')[0]).toMatchObject({ lineIds: [lineId(1), lineId(2)] }))
    await user.keyboard('{Alt>}={/Alt}')
    await waitFor(() => expect(callsOf('line.fill')[0]).toMatchObject({ lineId: lineId(1) }))
  })

  test('the account of a line is applied to all below with Ctrl+Shift+↓', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    const grid = await screen.findByRole('grid', { name: 'Lines' })
    await user.click(within(grid).getByText('Mantenimiento y conservación'))
    await user.keyboard('{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}')
    await waitFor(() => expect(callsOf('line.setAccount')).toHaveLength(1))
    expect(callsOf('line.setAccount')[0]).toMatchObject({ lineIds: [lineId(1), lineId(2)], accountCode: '601.56' })
  })

  test('arrows move the cell, F2 edits it, Esc gives it back', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    const grid = await screen.findByRole('grid', { name: 'Lines' })
    await user.click(within(grid).getByText('Flete local, entrega en obra'))
    await user.keyboard('{ArrowRight}{ArrowRight}{F2}')
    expect(screen.getByRole('textbox', { name: 'Price, line 2' })).toBe(document.activeElement)
    await user.keyboard('1')
    await user.keyboard('{Escape}')
    expect(callsOf('line.set')).toEqual([])
    await user.keyboard('{F2}')
    await user.keyboard('4900{Enter}')
    await waitFor(() => expect(callsOf('line.set')[0]).toMatchObject({ column: 'unitPrice', value: '4900' }))
  })

  test('Alt+Insert adds a line below and goes to it, Alt+Delete takes it away again', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    const grid = await screen.findByRole('grid', { name: 'Lines' })
    await user.click(within(grid).getByText('Flete local, entrega en obra'))
    await user.keyboard('{Alt>}{Insert}{/Alt}')
    await waitFor(() => expect(document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('4'))
    await user.keyboard('{Alt>}{Delete}{/Alt}')
    await waitFor(() => expect(callsOf('line.remove')).toEqual([expect.objectContaining({ lineId: lineId(3) })]))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Flete local, entrega en obra'))
  })

  test('the sum of the lines stands beside the net total', async () => {
    openReview([asXml(mismatchedInvoice(1))])
    expect(await screen.findByText('9,600.00')).toBeTruthy()
    expect(screen.getByText(/of 10,000\.00/)).toBeTruthy()
  })
})

describe('a document that could not be read', () => {
  const unread: DocumentView = {
    ...asXml(mismatchedInvoice(1)),
    kind: 'unknown',
    fileName: 'broken.pdf',
    invoice: null,
    issues: [issue(1, { key: 'needs_password', severity: 'critical' })],
  }

  test('offers the password, another reading, typing and rejecting', async () => {
    const user = userEvent.setup()
    openReview([unread])
    for (const name of ['Enter password', 'Read again', 'Enter by hand', 'Reject']) {
      expect((await screen.findAllByRole('button', { name })).length).toBeGreaterThan(0)
    }
    await user.click(screen.getByRole('button', { name: 'Enter password' }))
    await user.type(await screen.findByLabelText('Password'), 'geheim{Enter}')
    await waitFor(() => expect(callsOf('document.retry')[0]).toMatchObject({ password: 'geheim' }))
  })
})

describe('accessibility', () => {
  // Colours need a browser; everything else axe can judge here.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }

  test.each(['en', 'es'] as const)('axe finds nothing wrong in %s', async language => {
    useLanguage.getState().setLanguage(language, language === 'en' ? 'en-GB' : 'es-MX')
    const { container } = openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    const { violations } = await axe.run(container, { rules })
    expect(violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([])
  })

  test('what a change did is told politely', async () => {
    const user = userEvent.setup()
    openReview([asXml(mismatchedInvoice(1))])
    await waitFor(() => expect(focusTarget()).toBe(`issue:${issueId(11)}`))
    await user.keyboard('1')
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('One issue is open'))
  })
})
