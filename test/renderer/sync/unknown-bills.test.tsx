import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { LedgerStatus } from '../../../src/shared/ledger'
import type { UnknownBill } from '../../../src/shared/unknown-bill'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { createFixtureBridge } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })

const status: LedgerStatus = {
  connected: true,
  url: 'https://books.example.com',
  organization: 'Comercial Sierra',
  baseCurrency: 'MXN',
  lastSyncAt: Date.parse('2026-02-20T16:32:00Z'),
  nextSyncAt: null,
  waiting: 0,
  failed: 0,
  lastError: null,
  watch: { lastAt: null, watched: 3, drifted: 0, unknownHere: 2, alarm: null },
}

const bills: readonly UnknownBill[] = [
  {
    kind: 'bill',
    ledgerId: '7',
    billNumber: 'PNO010203AB1-A-1',
    vendorName: 'Papelería del Norte SA de CV',
    date: '2026-02-10',
    total: '1160.00',
    currency: 'MXN',
    isDraft: false,
    document: { documentId: 'doc-12' as DocumentId, intakeNumber: 12, state: 'ready' },
  },
  {
    kind: 'vendor_credit',
    ledgerId: '8',
    billNumber: 'HOSTING-2026-77',
    vendorName: null,
    date: '2026-02-03',
    total: '238.00',
    currency: 'EUR',
    isDraft: true,
    document: null,
  },
]

async function openScreen() {
  const answered = new Set<string>()
  const bridge = createFixtureBridge([], {
    'ledger.status': () => status,
    'ledger.log': () => ({ entries: [] }),
    'ledger.unknownBills': () => {
      const left = bills.filter(({ ledgerId }) => !answered.has(ledgerId))
      return { bills: left, total: left.length, credits: left.filter(({ kind }) => kind === 'vendor_credit').length }
    },
    'ledger.answerUnknownBills': ({ bills: names, answer }) => {
      for (const { ledgerId } of names ?? bills) {
        if (answer.type === 'ask_again') answered.delete(ledgerId)
        else answered.add(ledgerId)
      }
      return status
    },
    'document.approve': ({ documentIds }) => ({ done: documentIds, failed: [] }),
  })
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: 'sync' })
  const { container } = render(<Shell />)
  const called = (name: string) => bridge.calls.filter(call => call.name === name).map(call => call.input)
  const list = await screen.findByRole('region', { name: /with our mark, unknown here|con nuestra marca/ })
  return { called, container, list }
}

const rowOf = (list: HTMLElement, number: string) => {
  const row = within(list)
    .getAllByRole('listitem')
    .find(item => item.textContent.includes(number))
  if (!row) throw new Error(`${number} is not listed`)
  return within(row)
}

test('each bill names its vendor, day and amount, and the document it fits can be approved as its own', async () => {
  const { called, container, list } = await openScreen()
  expect(list.textContent).toContain('1 bill and 1 vendor credit in BigCapital with our mark')
  expect(list.textContent).toContain('Papelería del Norte SA de CV')
  expect(list.textContent).toContain('1,160.00 MXN')
  expect(list.textContent).toContain('Document #12 is of this vendor and number')
  expect(rowOf(list, 'HOSTING').queryByRole('button', { name: /^Approve/ })).toBeNull()
  expect(list.textContent).toMatch(/vendor credit · .*238\.00 EUR · draft/)
  await keys.click(rowOf(list, 'PNO010203AB1').getByRole('button', { name: 'Approve #12: its bill' }))
  expect(called('document.approve')).toEqual([{ documentIds: ['doc-12'] }])
  expect((await axe.run(container)).violations).toEqual([])
})

test('dismissing asks why, keeping does not; either can be taken back', async () => {
  const { called, list } = await openScreen()
  const credit = { kind: 'vendor_credit', ledgerId: '8' }
  await keys.click(rowOf(list, 'HOSTING').getByRole('button', { name: 'Not ours…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Dismiss HOSTING-2026-77' }))
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Dismiss' }).disabled).toBe(true)
  await keys.type(dialog.getByRole('textbox'), 'entered by hand')
  await keys.click(dialog.getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => expect(list.textContent).not.toContain('HOSTING-2026-77'))
  await keys.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(list.textContent).toContain('HOSTING-2026-77'))
  await keys.click(rowOf(list, 'PNO010203AB1').getByRole('button', { name: 'Ours, keep it' }))
  expect(called('ledger.answerUnknownBills')).toEqual([
    { bills: [credit], answer: { type: 'dismiss', reason: 'entered by hand' } },
    { bills: [credit], answer: { type: 'ask_again' } },
    { bills: [{ kind: 'bill', ledgerId: '7' }], answer: { type: 'keep' } },
  ])
})

test('all of them are kept after one question, also in Spanish', async () => {
  const { called, list } = await openScreen()
  try {
    act(() => useLanguage.getState().setLanguage('es', 'es-MX'))
    expect(list.textContent).toContain(
      '1 factura y 1 nota de crédito en BigCapital con nuestra marca, desconocidas aquí',
    )
    await keys.click(within(list).getByRole('button', { name: 'Las 2 son nuestras' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await keys.click(dialog.getByRole('button', { name: 'Las 2 son nuestras' }))
    expect(called('ledger.answerUnknownBills')).toEqual([{ bills: null, answer: { type: 'keep' } }])
    await waitFor(() => expect(screen.queryByText(/desconocidas aquí/)).toBeNull())
  } finally {
    act(() => useLanguage.getState().setLanguage('en', 'en-GB'))
  }
})
