import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useCodingView } from '../../../src/renderer/src/coding/coding-view'
import { usePending } from '../../../src/renderer/src/coding/pending-slice'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import type { FixtureBridge } from '../fixture-bridge'
import { codingBridge } from './coding-fixture'

const keys = userEvent.setup({ pointerEventsCheck: 0 })
let bridge: FixtureBridge

beforeEach(() => {
  bridge = codingBridge()
  Object.assign(window, { quittance: bridge })
  usePending.getState().forget()
  useLanguage.getState().setLanguage('en', 'en-GB')
  useCodingView.setState({ tab: 'pending' })
  useNavigation.setState({ screen: 'accounts' })
})

async function open(name = 'Accounts to confirm'): Promise<HTMLElement> {
  render(<Shell />)
  const list = await screen.findByRole('grid', { name })
  await within(list).findByText(/Flete local/)
  list.focus()
  return list
}

const asked = (name: string) => bridge.calls.filter(call => call.name === name).map(({ input }) => input)
const row = (text: RegExp) => screen.getByRole('row', { name: text })

test('Enter confirms the account of the whole group under the cursor, and the next group is in hand', async () => {
  await open()
  await keys.keyboard('{Enter}')
  expect(asked('coding.confirm')).toEqual([{ lineIds: ['line-1', 'line-2'], accountCode: '601.56' }])
  await waitFor(() => expect(screen.queryByRole('row', { name: /Tornillo/ })).toBeNull())
  expect(screen.getByRole('region', { name: 'Why this account' }).textContent).toContain('Flete local')
})

test('selected groups are confirmed by one key, each with its own account', async () => {
  await open()
  await keys.keyboard('v{Enter}')
  expect(asked('coding.confirm')).toEqual([
    { lineIds: ['line-1', 'line-2'], accountCode: '601.56' },
    { lineIds: ['line-3'], accountCode: '601.72' },
  ])
})

test('Ctrl+Z takes the last decision back, all of its calls, and only once', async () => {
  await open()
  await keys.keyboard('v{Enter}')
  await waitFor(() => expect(usePending.getState().lastUndo).not.toBeNull())
  await keys.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(asked('group.undo')).toHaveLength(2))
  await waitFor(() => expect(asked('coding.pending').length).toBeGreaterThanOrEqual(3))
  await keys.keyboard('{Control>}z{/Control}')
  expect(asked('group.undo')).toHaveLength(2)
})

test('a number takes the account with that number for the group', async () => {
  await open()
  await keys.keyboard('2')
  await waitFor(() =>
    expect(asked('coding.correct')).toEqual([{ lineIds: ['line-1', 'line-2'], accountCode: '601.84' }]),
  )
})

test('C corrects: the lines like these are shown with what they have and would get, and go along unless left out', async () => {
  await open()
  await keys.keyboard('c')
  const dialog = await screen.findByRole('dialog', { name: 'Another account for 2 lines' })
  const table = await within(dialog).findByRole('table', { name: 'Other lines like this' })
  expect(within(table).getByRole('row', { name: /Tornillo 1\/2.*60\.00.*601\.84 Other/ })).toBeTruthy()
  expect(within(dialog).getByText(/1 line like this was decided by a person/)).toBeTruthy()

  await keys.type(within(dialog).getByRole('combobox'), 'freight')
  await keys.click(await screen.findByRole('option', { name: /601\.72/ }))
  expect(await within(dialog).findAllByText('601.72 Freight and haulage')).not.toHaveLength(0)
  await keys.click(within(dialog).getByRole('button', { name: 'Set on 3 lines' }))
  expect(asked('coding.correct')).toEqual([{ lineIds: ['line-1', 'line-2', 'line-9'], accountCode: '601.72' }])
})

test('a line like these that is left out stays as it is', async () => {
  await open()
  await keys.keyboard('c')
  const dialog = await screen.findByRole('dialog', { name: 'Another account for 2 lines' })
  await keys.click(await within(dialog).findByRole('checkbox', { name: 'Also the other line like this' }))
  await keys.type(within(dialog).getByRole('combobox'), 'freight')
  await keys.click(await screen.findByRole('option', { name: /601\.72/ }))
  await keys.click(await within(dialog).findByRole('button', { name: 'Set on 2 lines' }))
  expect(asked('coding.correct')).toEqual([{ lineIds: ['line-1', 'line-2'], accountCode: '601.72' }])
})

test('where nothing is proposed Enter asks for an account instead of confirming none', async () => {
  await open()
  await keys.keyboard('{End}{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Another account for one line' })).toBeTruthy()
  expect(asked('coding.confirm')).toEqual([])
})

test('why: family, subfamily and account with their chances, the reasons in words, and the accounts to choose from', async () => {
  await open()
  const why = screen.getByRole('region', { name: 'Why this account' })
  expect(within(why).getByText('Says “tornillo”', { selector: '.evidence li' })).toBeTruthy()
  const choices = within(why).getByRole('list', { name: 'Accounts to choose from' })
  expect(within(choices).getByRole('button', { name: /601\.56 Maintenance and repairs.*likely, 72/ })).toBeTruthy()
})

test('an account that nothing on the line names is marked as a guess in words, in both languages', async () => {
  const list = await open()
  expect(within(row(/Block 7/)).getByText('guess')).toBeTruthy()
  expect(within(row(/Tornillo/)).getByText('likely')).toBeTruthy()
  const choices = screen.getByRole('list', { name: 'Accounts to choose from' })
  expect(within(choices).getByRole('button', { name: /601\.84.*guess, 10/ })).toBeTruthy()

  useLanguage.getState().setLanguage('es', 'es-MX')
  expect(await within(list).findByText('conjetura')).toBeTruthy()
  await keys.keyboard('{ArrowDown}{ArrowDown}')
  expect(await screen.findByText('Palabras del catálogo del SAT (block): Materiales', { selector: 'li' })).toBeTruthy()
})

test('the list of what waits has no barrier that a machine can find', async () => {
  const list = await open()
  const { violations } = await axe.run(list, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
