import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract'
import { defaultPaperlessOptions, type PaperlessProblem, type PaperlessStatus } from '../../../src/shared/paperless'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { usePaperless } from '../../../src/renderer/src/app/paperless-slice'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })

const connected: PaperlessStatus = {
  connected: true,
  url: 'https://paperless.example.com',
  user: 'ap-bot',
  release: '3.0.5',
  apiVersion: 10,
  options: defaultPaperlessOptions,
  lastRunAt: Date.parse('2026-03-12T09:00:00Z'),
  nextRunAt: Date.parse('2026-03-12T09:15:00Z'),
  isPaused: false,
  pausedUntil: null,
  lastError: null,
  missingPermissions: ['add_tag'],
  counts: { taken: 340, takenToday: 12, skipped: 1, failed: 0, toWrite: 1, uploading: 0 },
}

const problems: PaperlessProblem[] = [
  {
    kind: 'not_written',
    archiveId: 8812,
    title: 'Factura A-1182',
    documentId: null,
    error: { code: 'paperless_not_shared', params: {}, retry: 'user' },
    nextTryAt: null,
  },
  {
    kind: 'skipped',
    archiveId: 8813,
    title: 'minutes',
    documentId: null,
    error: { code: 'unsupported_type', params: { fileName: 'minutes.txt', mediaType: 'text/plain' }, retry: 'never' },
    nextTryAt: null,
  },
]

const folder = {
  folderId: 'folder-1',
  path: '/home/ana/Scanner',
  afterTaking: 'leave',
  taken: 182,
  lastTakenAt: Date.parse('2026-03-12T08:00:00Z'),
  failed: 1,
  error: null,
}

let bridge: FixtureBridge
let status: PaperlessStatus

function open(first: PaperlessStatus, where: 'settings' | 'sync') {
  status = first
  bridge = createFixtureBridge([], {
    'paperless.status': () => status,
    'paperless.problems': () => ({ problems }),
    'paperless.connect': ({ token }: Input<'paperless.connect'>) => (status = token === '' ? status : connected),
    'paperless.choices': () => ({
      tags: [
        { id: 4, name: 'facturas' },
        { id: 5, name: 'inbox' },
      ],
      documentTypes: [{ id: 1, name: 'Invoice' }],
      correspondents: [],
      customFields: [{ id: 2, name: 'Branch' }],
    }),
    'paperless.setOptions': ({ options }: Input<'paperless.setOptions'>) => (status = { ...status, options }),
    'paperless.sync': () => status,
    'paperless.retry': () => status,
    'paperless.pause': ({ paused }: Input<'paperless.pause'>) => (status = { ...status, isPaused: paused }),
    'folder.list': () => ({ folders: [folder] }),
    'folder.setAfterTaking': () => ({}),
    'folder.remove': () => ({}),
  })
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: where })
  return render(<Shell />)
}

const called = (name: string) => bridge.calls.filter(call => call.name === name).map(call => call.input)
const section = (name: string) => screen.findByRole('region', { name })

beforeEach(() => {
  useLanguage.getState().setLanguage('en', 'en-GB')
  usePaperless.setState({ choices: null, folders: [], problems: [], connectError: null })
})

test('address and token connect, and the token is let go', async () => {
  open({ ...connected, connected: false, url: null }, 'settings')
  const area = await section('Paperless-ngx')
  const token = '0123456789abcdef0123456789abcdef01234567'
  await keys.type(within(area).getByRole('textbox', { name: 'URL of Paperless-ngx' }), 'https://paperless.example.com')
  await keys.type(within(area).getByLabelText('Token'), `${token}{Enter}`)
  await within(area).findByText('Connected to https://paperless.example.com as ap-bot')
  expect(called('paperless.connect')).toEqual([{ url: 'https://paperless.example.com', token }])
  expect(document.body.innerHTML).not.toContain(token)
  expect(JSON.stringify(usePaperless.getState())).not.toContain(token)
})

test('what is taken in is chosen by name, and takes effect when it is confirmed', async () => {
  open(connected, 'settings')
  const area = await section('Paperless-ngx')
  await within(area).findByText('Nothing is taken in until you choose.')
  await keys.click(await within(area).findByRole('button', { name: /With all of these tags/ }))
  await keys.click(await screen.findByRole('option', { name: 'facturas' }))
  await keys.keyboard('{Escape}')
  expect(called('paperless.setOptions')).toEqual([])
  await keys.click(within(area).getByRole('button', { name: 'Take these in' }))
  expect(called('paperless.setOptions')).toMatchObject([{ options: { take: { tagIds: [4], documentTypeIds: [] } } }])
})

test('each part of the write-back is switched on its own, and a missing permission is named', async () => {
  open(connected, 'settings')
  const area = await section('Paperless-ngx')
  await within(area).findByText(/lacks permissions for what is switched on: add_tag/)
  await keys.click(within(area).getByRole('switch', { name: /^A note/ }))
  expect(called('paperless.setOptions')).toMatchObject([
    { options: { writeBack: { ...defaultPaperlessOptions.writeBack, note: true } } },
  ])
  expect(area.textContent).toContain('E-invoice XML (CFDI, UBL …) cannot be stored there')
})

test('a watched folder says what came from it, and what becomes of its files is chosen there', async () => {
  open(connected, 'settings')
  const area = await section('Watched folders')
  const list = await within(area).findByRole('list', { name: 'Watched folders' })
  await waitFor(() => expect(list.textContent).toContain('182 files taken in'))
  expect(list.textContent).toContain('1 file could not be taken in')
  await keys.click(within(list).getByRole('button', { name: /Afterwards the file/ }))
  await keys.click(await screen.findByRole('option', { name: 'is deleted' }))
  expect(called('folder.setAfterTaking')).toEqual([{ folderId: 'folder-1', afterTaking: 'delete' }])
  await keys.click(within(list).getByRole('button', { name: 'Stop watching' }))
  expect(called('folder.remove')).toEqual([{ folderId: 'folder-1' }])
})

test('an archive that failed again and again is said to be left alone, and until when', async () => {
  open(
    { ...connected, circuit: { state: 'open', failures: 5, triedAgainAt: Date.parse('2026-03-12T09:01:00Z') } },
    'sync',
  )
  const lane = await screen.findByRole('region', { name: 'Paperless-ngx' })
  await waitFor(() => expect(within(lane).getByRole('status').textContent).toContain('Left alone after 5 failures'))
})

test('the lane counts, and lists what was skipped or failed with the reason', async () => {
  const { container } = open(connected, 'sync')
  const lane = await section('Paperless-ngx')
  await waitFor(() => expect(lane.textContent).toContain('Taken in340'))
  const list = await within(lane).findByRole('list', { name: 'What was skipped or failed, and why' })
  expect(list.textContent).toContain('Factura A-1182 · no. 8812')
  expect(list.textContent).toContain('Give it the right to change the document')
  await keys.click(within(lane).getByRole('button', { name: 'Try all again' }))
  expect(called('paperless.retry')).toHaveLength(1)
  await keys.click(within(lane).getByRole('button', { name: 'Pause' }))
  expect(called('paperless.pause')).toEqual([{ paused: true }])
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
