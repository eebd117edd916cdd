import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract'
import type { LedgerLogEntry, LedgerStatus } from '../../../src/shared/ledger'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { createFixtureBridge } from '../fixture-bridge'
import { fixtureRows } from '../fixture-rows'

const keys = userEvent.setup({ pointerEventsCheck: 0 })

const connected: LedgerStatus = {
  connected: true,
  url: 'https://books.example.com',
  organization: 'Comercial Sierra',
  baseCurrency: 'MXN',
  lastSyncAt: Date.parse('2026-02-20T16:32:00Z'),
  nextSyncAt: Date.parse('2026-02-20T16:47:00Z'),
  waiting: 4,
  failed: 1,
  lastError: null,
  isPaused: false,
  postedToday: 96,
  watch: {
    lastAt: null,
    watched: 340,
    drifted: 1,
    alarm: { code: 'ledger_mass_change', params: { count: 90, of: 340 }, retry: 'user' },
  },
}

function openScreen(status: LedgerStatus = connected) {
  const [first] = fixtureRows()
  if (!first) throw new Error('no fixture rows')
  const row = { ...first, state: 'post_failed' as const }
  const issue = {
    id: 'issue-1',
    key: 'ledger_drift',
    severity: 'high',
    state: 'open',
    subject: { type: 'document' },
    params: { variant: 'changed', billNumber: 'A-1', ledgerId: '7', before: '238.00', after: '283.00' },
    suggestions: [{ key: 'accept_ledger_change', params: {}, fix: { type: 'accept_ledger_change' } }],
    resolution: null,
  }
  const entry = {
    documentId: row.documentId,
    intakeNumber: 1,
    kind: 'bill',
    billNumber: 'PNO-A-1',
    state: 'confirmed',
    attempts: 0,
    createdAt: 1,
    sentAt: 2,
    confirmedAt: 3,
    nextTryAt: null,
    error: null,
    request: '{"bill_number":"PNO-A-1"}',
    answer: '{"id":7}',
    calls: [
      { at: 1, call: 'GET /bills', status: 200, code: null, ms: 31 },
      { at: 2, call: 'POST /bills', status: null, code: 'ledger_unreachable', ms: 30000 },
    ],
  } satisfies LedgerLogEntry
  const bridge = createFixtureBridge([row], {
    'ledger.status': () => status,
    'ledger.pause': ({ paused }: Input<'ledger.pause'>) => ({ ...status, isPaused: paused }),
    'ledger.confirmMassChange': () => status,
    'ledger.log': () => ({ entries: [entry] }),
    'document.get': () => ({ issues: [issue] }),
    'issue.applyFix': () => ({ openBlocking: 0, openIssues: 0, revision: 1 }),
  })
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: 'sync' })
  const view = render(<Shell />)
  const called = (name: string) => bridge.calls.filter(call => call.name === name).map(call => call.input)
  return { called, container: view.container }
}

test('the lane says how it stands, and each problem has its one next action', async () => {
  const { called } = openScreen()
  const lane = await screen.findByRole('region', { name: 'BigCapital' })
  await waitFor(() => expect(lane.textContent).toContain('Posted today96'))
  const problems = await within(lane).findByRole('list', { name: 'Bills that wait for you' })
  expect(problems.textContent).toContain('Posted: 238.00. Now: 283.00.')
  await keys.click(within(problems).getAllByRole('button', { name: 'Accept what BigCapital says' })[0] as HTMLElement)
  expect(called('issue.applyFix')).toEqual([{ issueId: 'issue-1', fix: { type: 'accept_ledger_change' } }])
})

test('many changes at once wait for a person’s word; posting can be paused', async () => {
  const { called } = openScreen()
  await keys.click(await screen.findByRole('button', { name: 'I looked: these changes are right' }))
  expect(called('ledger.confirmMassChange')).toHaveLength(1)
  await keys.click(screen.getByRole('button', { name: 'Pause' }))
  expect(called('ledger.pause')).toEqual([{ paused: true }])
})

test('what was sent and answered is shown word for word', async () => {
  openScreen()
  await keys.click(await screen.findByRole('tab', { name: 'What was sent' }))
  await keys.click(await screen.findByText('PNO-A-1'))
  await waitFor(() => expect(screen.getByText('{"bill_number":"PNO-A-1"}')).toBeTruthy())
  expect(screen.getByText('{"id":7}')).toBeTruthy()
})

test('the way of a bill is told call by call, with a lost answer said so', async () => {
  openScreen()
  await keys.click(await screen.findByRole('tab', { name: 'What was sent' }))
  await keys.click(await screen.findByText('PNO-A-1'))
  const rows = within(await screen.findByRole('table', { name: 'Timeline' })).getAllByRole('row')
  const told = rows.slice(1).map(row => [...row.querySelectorAll('td')].slice(1).map(cell => cell.textContent))
  expect(told).toContainEqual(['GET /bills', '200', '31 ms'])
  expect(told).toContainEqual(['POST /bills', 'no answer · ledger_unreachable', '30,000 ms'])
  expect(told.at(0)?.[0]).toBe('Approved')
  expect(told.at(-1)?.[0]).toBe('Confirmed')
})

test('G then S leads here, and nothing on the screen is out of reach', async () => {
  const { container } = openScreen()
  useNavigation.setState({ screen: 'inbox' })
  await keys.keyboard('gs')
  await screen.findByRole('heading', { name: 'Sync' })
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
  cleanup()
})
