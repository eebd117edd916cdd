import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { MeaningModelView } from '../../../src/shared/meaning'
import type { TradeProposal } from '../../../src/shared/trade-guess'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { useMeaning } from '../../../src/renderer/src/settings/meaning-slice'
import { useSettings } from '../../../src/renderer/src/settings/settings-slice'
import { defaultSettings } from '../../../src/shared/settings'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })
const noModel: MeaningModelView = { folderName: null, words: 0, dimensions: 0, error: null }
const proposal: TradeProposal = {
  trade: 'carrier',
  share: 0.46,
  lines: 22,
  profile: {
    description: '',
    trades: ['carrier'],
    goods: 'none',
    sells: [],
    materials: [],
    serviceCosts: ['fuel', 'toll'],
    hasDepartments: false,
    capitalThreshold: null,
  },
}

let bridge: FixtureBridge
let trade: TradeProposal | null
let model: MeaningModelView

beforeEach(() => {
  trade = proposal
  model = noModel
  bridge = createFixtureBridge([], {
    'company.trade': () => trade,
    'meaning.get': () => model,
    'meaning.forget': () => {
      model = noModel
      return {}
    },
  })
  Object.assign(window, { quittance: bridge })
  useLanguage.getState().setLanguage('en', 'en-GB')
  useMeaning.setState({ view: null })
  useSettings.setState({ settings: defaultSettings })
  useNavigation.setState({ screen: 'settings' })
})

test('what the purchases look like is offered with its share, and one key makes it the company’s word', async () => {
  render(<Shell />)
  expect(
    await screen.findByText(/kind of your purchases: road freight, or a trade that buys alike \(46\s?% of 22 lines\)/),
  ).toBeTruthy()
  await keys.click(screen.getByRole('button', { name: 'That is right: road freight' }))
  expect(bridge.calls.findLast(({ name }) => name === 'settings.set')?.input).toEqual({
    patch: { companyProfile: { ...proposal.profile, description: 'road freight' } },
  })
  expect(screen.queryByText(/kind of your purchases/)).toBeNull()
})

test('nothing is offered while the purchases speak for no trade', async () => {
  trade = null
  render(<Shell />)
  await screen.findByLabelText('What your company does')
  expect(screen.queryByText(/kind of your purchases/)).toBeNull()
})

test('a language model folder is chosen in the system’s dialog, named with its size, and forgotten again', async () => {
  bridge.chooseFolder = () => {
    model = { folderName: 'potion-es', words: 29_528, dimensions: 256, error: null }
    return Promise.resolve({ ok: true, value: { isChosen: true } })
  }
  render(<Shell />)
  const field = await screen.findByRole('group', { name: 'Language model for coding' })
  expect(field.textContent).toContain('None: lines are coded by words')
  await keys.click(within(field).getByRole('button', { name: 'Choose folder…' }))
  expect(await within(field).findByText('potion-es · 29,528 words, 256 numbers each')).toBeTruthy()
  await keys.click(within(field).getByRole('button', { name: 'Do not use it' }))
  expect(await within(field).findByText(/None: lines are coded by words/)).toBeTruthy()
})

test('a folder that cannot be used says why, and that coding goes on without it', async () => {
  const error = { code: 'meaning_folder_refused', params: { reason: 'no_matrix_file' }, retry: 'user' } as const
  model = { folderName: 'broken', words: 0, dimensions: 0, error }
  render(<Shell />)
  const field = await screen.findByRole('group', { name: 'Language model for coding' })
  expect(await within(field).findByText('broken · not in use')).toBeTruthy()
  expect(within(field).getByText(/has no model\.safetensors.*Coding goes on as before/)).toBeTruthy()
})
