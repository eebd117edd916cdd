import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract'
import type { JobView, LedgerLogEntry, LedgerStatus } from '../../../src/shared/ledger'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useNetwork } from '../../../src/renderer/src/app/network-slice'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { createFixtureBridge } from '../fixture-bridge'
import { fixtureRows } from '../fixture-rows'
import { cleanInvoice } from '../review-fixture'

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
    unknownHere: 0,
    alarm: { code: 'ledger_mass_change', params: { count: 90, of: 340 }, retry: 'user' },
  },
}

function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value')
  return value
}

function openScreen(status: LedgerStatus = connected, more: Parameters<typeof createFixtureBridge>[1] = {}) {
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
      { at: 1, call: 'GET /bills', status: 200, code: null, ms: 31, request: null, answer: null },
      { at: 2, call: 'POST /bills', status: null, code: 'ledger_unreachable', ms: 30000, request: null, answer: null },
    ],
  } satisfies LedgerLogEntry
  const bridge = createFixtureBridge([row], {
    'ledger.status': () => status,
    'ledger.pause': ({ paused }: Input<'ledger.pause'>) => ({ ...status, isPaused: paused }),
    'ledger.confirmMassChange': () => status,
    'ledger.log': () => ({ entries: [entry] }),
    'document.get': () => ({ issues: [issue] }),
    'issue.applyFix': () => ({ openBlocking: 0, openIssues: 0, revision: 1 }),
    ...more,
  })
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: 'sync' })
  const view = render(<Shell />)
  const called = (name: string) => bridge.calls.filter(call => call.name === name).map(call => call.input)
  return { bridge, called, container: view.container }
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

test('what went to the archive is told the same way, with what was said', async () => {
  const call = { at: 5, call: 'POST /api/documents/bulk_edit/', status: 200, code: null, ms: 12 }
  const calls = [{ ...call, request: '{"method":"modify_tags"}', answer: '{"result":"OK"}' }]
  const entry = { job: 'j1', work: 'write_back', documentId: null, intakeNumber: 7, archiveId: 41, calls }
  openScreen(connected, { 'paperless.log': () => ({ entries: [entry] }) })
  await keys.click(await screen.findByRole('tab', { name: 'What was sent' }))
  const log = await screen.findByRole('region', { name: 'Paperless-ngx' })
  await keys.click(await within(log).findByText('#7 · there no. 41'))
  await waitFor(() => expect(within(log).getByText('{"method":"modify_tags"}')).toBeTruthy())
  expect(within(log).getByText('{"result":"OK"}')).toBeTruthy()
  const told = within(within(log).getByRole('table', { name: 'Timeline' })).getAllByRole('row')
  expect(told[1]?.textContent).toContain('POST /api/documents/bulk_edit/20012 ms')
})

describe('the list of work', () => {
  const job = (more: Partial<JobView>): JobView => ({
    id: 'job-1',
    lane: 'posting',
    step: 'bill',
    state: 'waiting',
    documentId: sure(fixtureRows()[0]).documentId,
    intakeNumber: 7,
    name: 'PNO-A-1',
    attempts: 0,
    runAfter: null,
    finishedAt: null,
    error: null,
    canRetry: false,
    canCancel: false,
    ...more,
  })
  const error = {
    code: 'ledger_unreachable',
    params: { host: 'books.example.com', reason: 'ECONNRESET' },
    retry: 'later',
  } as const
  const jobs: Readonly<Record<string, readonly JobView[]>> = {
    waiting: [job({ canCancel: true })],
    failed: [
      job({ id: 'job-2', state: 'failed', attempts: 3, runAfter: 1, error, canRetry: true }),
      job({ id: 'job-3', state: 'failed', name: 'PNO-A-2', attempts: 1, runAfter: 1, error, canRetry: true }),
    ],
  }
  const counts = { waiting: 1, running: 0, failed: 2, set_aside: 0, done: 40 }

  async function openWork(tab: RegExp, listed = jobs) {
    const opened = openScreen(connected, {
      'job.list': ({ state }: Input<'job.list'>) => ({ jobs: listed[state] ?? [], counts }),
      'job.retry': ({ ids }: Input<'job.retry'>) => ({ done: ids?.length ?? 2, failed: [] }),
      'job.cancel': () => ({ done: 1, failed: [] }),
      // Drawing pages is nothing for this test.
      'document.get': () => ({ ...cleanInvoice(1), kind: 'xml', pages: [] }),
    })
    await keys.click(await screen.findByRole('tab', { name: 'Work' }))
    await keys.click(await screen.findByRole('tab', { name: tab }))
    return opened
  }

  test('one piece is tried again, or all that failed', async () => {
    const { called } = await openWork(/^Failed/)
    const [first] = await screen.findAllByRole('button', { name: 'Try now' })
    await keys.click(sure(first))
    await keys.click(screen.getByRole('button', { name: 'Try all now' }))
    expect(called('job.retry')).toEqual([
      { state: 'failed', ids: ['job-2'] },
      { state: 'failed', ids: null },
    ])
    expect(await screen.findByText('2 pieces of work changed')).toBeTruthy()
  })

  test('what waits is cancelled, and only what may be tried offers it', async () => {
    const { called } = await openWork(/^Waiting/)
    await keys.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(called('job.cancel')).toEqual([{ state: 'waiting', ids: ['job-1'], reason: 'Cancelled' }])
    expect(screen.queryByRole('button', { name: /^Try/ })).toBeNull()
  })

  test('cancelling work with the archive says what it means first, and a no changes nothing', async () => {
    const upload = job({ id: 'upload:d1', lane: 'archive', step: 'upload', name: 'luz.pdf', canCancel: true })
    const { called } = await openWork(/^Waiting/, { waiting: [upload] })
    await keys.click(await screen.findByRole('button', { name: 'Cancel' }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Not store “luz.pdf” in Paperless-ngx?' })
    expect(dialog.textContent).toContain('it is not sent')
    await keys.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(called('job.cancel')).toEqual([])
    await keys.click(await screen.findByRole('button', { name: 'Cancel' }))
    await keys.click(await screen.findByRole('button', { name: 'Do not store it' }))
    expect(called('job.cancel')).toEqual([{ state: 'waiting', ids: ['upload:d1'], reason: 'Cancelled' }])
  })

  test('details tell tries, number in the log and cause, and lead to the document', async () => {
    await openWork(/^Failed/)
    const [first] = await screen.findAllByRole('button', { name: 'Details' })
    await keys.click(sure(first))
    const dialog = await screen.findByRole('dialog', { name: 'One piece of work' })
    expect(dialog.textContent).toContain('Tries3')
    expect(dialog.textContent).toContain('Number in the logjob-2')
    expect(dialog.textContent).toContain('Causeledger_unreachable')
    await keys.click(within(dialog).getByRole('button', { name: 'Open the document' }))
    expect(useNavigation.getState()).toMatchObject({ screen: 'review', documentId: job({}).documentId })
  })
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

test('two refused bills are told by one notice that counts both, wherever the person looks', async () => {
  let failed = 1
  const { bridge } = openScreen(connected, { 'ledger.status': () => ({ ...connected, failed }) })
  await screen.findByRole('region', { name: 'BigCapital' })
  act(() => useNavigation.setState({ screen: 'inbox' }))
  failed = 2
  act(() => bridge.announce('ledger.changed', {}))
  await screen.findByText('One bill or credit waits for you on the Sync screen.')
  failed = 3
  act(() => bridge.announce('ledger.changed', {}))
  act(() => bridge.announce('ledger.changed', {}))
  await screen.findByText('2 bills or credits wait for you on the Sync screen.')
  expect(screen.queryByText('One bill or credit waits for you on the Sync screen.')).toBeNull()
  failed = 4
  act(() => bridge.announce('ledger.changed', {}))
  await screen.findByText('3 bills or credits wait for you on the Sync screen.')
  expect(screen.getAllByText(/for you on the Sync screen/)).toHaveLength(1)
})

test('while the air gap is on nothing can be pressed that would need the network, and why is said', async () => {
  const waiting = { bills: 0, archive: 0, questions: 0 }
  const { bridge } = openScreen(connected, { 'network.status': () => ({ isClosed: true, waiting }) })
  act(() => bridge.announce('network.changed', {}))
  const lane = await screen.findByRole('region', { name: 'BigCapital' })
  await within(lane).findByText(/What you answer here is sent when it is switched off/)
  const button = (name: string | RegExp) => within(lane).getAllByRole<HTMLButtonElement>('button', { name })
  expect(button('Sync now').every(({ disabled }) => disabled)).toBe(true)
  expect(button('Open in BigCapital').every(({ disabled }) => disabled)).toBe(true)
  expect(button('Accept what BigCapital says').some(({ disabled }) => disabled)).toBe(false)
  act(() => useNetwork.setState({ isClosed: false }))
})

test('a ledger that did not answer the last try is not called connected', async () => {
  openScreen({ ...connected, lastError: { code: 'ledger_unreachable', params: {}, retry: 'later' } })
  const lane = within(await screen.findByRole('region', { name: 'BigCapital' }))
  expect(await lane.findByText('Last try failed')).toBeTruthy()
  expect(lane.queryByText('Connected')).toBeNull()
})
