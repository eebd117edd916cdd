import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useChart } from '../../../src/renderer/src/coding/chart/chart-slice'
import { useCodingView } from '../../../src/renderer/src/coding/coding-view'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import type { FixtureBridge } from '../fixture-bridge'
import { codingBridge } from './coding-fixture'

const keys = userEvent.setup({ pointerEventsCheck: 0 })
let bridge: FixtureBridge

beforeEach(async () => {
  bridge = codingBridge()
  Object.assign(window, { quittance: bridge })
  useChart.getState().forget()
  useLanguage.getState().setLanguage('en', 'en-GB')
  useCodingView.setState({ tab: 'chart' })
  useNavigation.setState({ screen: 'accounts' })
  render(<Shell />)
  await screen.findByRole('treegrid', { name: 'Chart of accounts' })
})

test('the chart is a tree, opened where invoices are booked, with how often each account is used', async () => {
  const tree = screen.getByRole('treegrid', { name: 'Chart of accounts' })
  const family = within(tree).getByRole('row', { name: /^600/ })
  expect(family.getAttribute('aria-expanded')).toBe('true')
  await keys.click(within(tree).getByRole('button', { name: 'Expand 601 General expenses' }))
  expect(within(tree).getByRole('row', { name: /601\.72 Freight and haulage/ }).textContent).toContain('18×')
})

test('an account tells its way from the family, its usage and its corrections, and can be switched off', async () => {
  const tree = screen.getByRole('treegrid', { name: 'Chart of accounts' })
  await keys.click(within(tree).getByRole('button', { name: 'Expand 601 General expenses' }))
  await keys.click(within(tree).getByRole('row', { name: /601\.72/ }))
  const details = await screen.findByRole('region', { name: '601.72 Freight and haulage' })
  expect(details.textContent).toContain('600 Expenses › 601 General expenses')
  expect(details.textContent).toContain('used 18× · corrected to it 3×')
  await keys.click(within(details).getByRole('switch', { name: /In use/ }))
  expect(bridge.calls.findLast(({ name }) => name === 'account.setActive')?.input).toEqual({
    code: '601.72',
    isActive: false,
  })
})

test('codes on lines that the chart does not have are named', async () => {
  expect(await screen.findByText(/One code on lines is not in this chart: 699\.99/)).toBeTruthy()
})
