import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { ModelCallView, OutsideModelStatus } from '../../../src/shared/outside-model'
import { defaultOutsideModel } from '../../../src/shared/outside-model'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { ModelMark } from '../../../src/renderer/src/review/ModelMark'
import { useModel } from '../../../src/renderer/src/settings/model-slice'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })

const status: OutsideModelStatus = {
  hasKey: false,
  address: 'https://api.anthropic.com',
  spent: 2_384,
  callsThisMonth: 16,
  waiting: 0,
  pausedUntil: null,
  lastError: null,
  models: [{ id: 'claude-haiku-5-5', name: 'Claude Haiku 5.5', input: 0.1, output: 0.5 }],
}

const call: ModelCallView = {
  id: 'call-1',
  at: Date.UTC(2026, 10, 20, 7),
  document: {
    documentId: '01920000-0000-7000-8000-000000000001' as DocumentId,
    intakeNumber: 13,
    fileName: 'foto.jpg',
  },
  purpose: 'read',
  model: 'claude-haiku-5-5',
  sent: 'page_image',
  pages: [1],
  outcome: 'answered',
  error: null,
  inputTokens: 2_100,
  outputTokens: 40,
  cachedTokens: 900,
  cost: 149,
}

let bridge: FixtureBridge
let hasKey = false
let lastError: OutsideModelStatus['lastError'] = null

beforeEach(async () => {
  hasKey = false
  lastError = null
  bridge = createFixtureBridge([], {
    'model.status': () => ({ ...status, hasKey, lastError }),
    'model.calls': () => ({ calls: [call], next: null }),
    'keys.status': () => ({ store: 'system', kept: 1, inFiles: [], readableByOthers: 0 }),
    'model.setKey': () => {
      hasKey = true
      return { ...status, hasKey }
    },
    'model.test': () => ({ model: 'claude-haiku-5-5', cost: 149 }),
  })
  Object.assign(window, { quittance: bridge })
  useLanguage.getState().setLanguage('en', 'en-GB')
  useModel.setState({ status: null, calls: [], error: null, tested: null })
})

async function openSection(): Promise<HTMLElement> {
  useNavigation.setState({ screen: 'settings' })
  render(<Shell />)
  const section = await screen.findByRole('region', { name: 'Outside model' })
  await within(section).findByText('What this model was sent')
  return section
}

test('the outside model is off until somebody switches it on, and the frame says so then', async () => {
  const section = await openSection()
  expect(within(section).getByText('Off')).toBeTruthy()
  expect(screen.queryByText('Outside model on')).toBeNull()

  await keys.click(within(section).getByRole('switch', { name: /Ask the outside model/ }))
  expect(bridge.calls.findLast(({ name }) => name === 'settings.set')?.input).toEqual({
    patch: { outsideModel: { ...defaultOutsideModel, isOn: true } },
  })
  expect(await screen.findByText('Outside model on')).toBeTruthy()
  expect(within(section).getByText('On, but without a key')).toBeTruthy()
})

test('a budget that is used up is said on every screen', async () => {
  lastError = { code: 'model_budget_reached', params: { budget: 5 }, retry: 'later' }
  const section = await openSection()
  await keys.click(within(section).getByRole('switch', { name: /Ask the outside model/ }))
  expect(await screen.findByText('Outside model paused')).toBeTruthy()
  expect(within(section).getByText(/budget for the outside model is used up/)).toBeTruthy()
})

test('a key goes to the engine and is not kept on the screen', async () => {
  const section = await openSection()
  await keys.type(within(section).getByLabelText('Anthropic API key'), ' sk-ant-0123456789 ')
  await keys.click(within(section).getByRole('button', { name: 'Store key' }))

  expect(bridge.calls.findLast(({ name }) => name === 'model.setKey')?.input).toEqual({ apiKey: 'sk-ant-0123456789' })
  expect(await within(section).findByText('Sealed by the operating system’s key store.')).toBeTruthy()
  expect(document.body.innerHTML).not.toContain('sk-ant-0123456789')
})

test('the test says who answered and what it cost', async () => {
  hasKey = true
  const section = await openSection()
  await keys.click(within(section).getByRole('button', { name: 'Test' }))
  expect(await within(section).findByText(/claude-haiku-5-5 answered. The test cost 0.0001 USD/)).toBeTruthy()
})

test('a budget that is no whole number of dollars springs back', async () => {
  const section = await openSection()
  const budget = within(section).getByLabelText('Budget per month (USD)')
  await keys.clear(budget)
  await keys.type(budget, '12.5{Enter}')
  expect(bridge.calls.some(({ name }) => name === 'settings.set')).toBe(false)
  await keys.clear(budget)
  await keys.type(budget, '20{Enter}')
  expect(bridge.calls.findLast(({ name }) => name === 'settings.set')?.input).toEqual({
    patch: { outsideModel: { ...defaultOutsideModel, monthlyBudget: 20 } },
  })
})

test('what left the machine is listed with document, kind, outcome, tokens and cost', async () => {
  const section = await openSection()
  const table = within(section).getByRole('table', { name: 'What this model was sent' })
  expect(within(table).getByRole('row', { name: /#13 foto.jpg Picture, words Answered 2,140 0.0001/ })).toBeTruthy()
})

test('a document that was sent says what went where and when; others say nothing', async () => {
  const { container, rerender } = render(<ModelMark marks={[]} />)
  expect(container.textContent).toBe('')
  rerender(<ModelMark marks={[call]} />)
  await keys.click(screen.getByRole('button', { name: 'Sent to a model' }))
  expect(await screen.findByText(/Picture and words of page 1 to claude-haiku-5-5, 20 Nov 2026/)).toBeTruthy()
})
