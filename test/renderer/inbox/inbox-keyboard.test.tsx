import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useInbox } from '../../../src/renderer/src/inbox/inbox-slice'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

let bridge: FixtureBridge
const keys = userEvent.setup({ pointerEventsCheck: 0 })

beforeEach(async () => {
  bridge = createFixtureBridge()
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: 'inbox', documentId: null, queueIds: [] })
  useInbox.getState().forget()
  render(<Shell />)
  await screen.findByText('2026-77')
  act(() => grid().focus())
})

const grid = () => screen.getByRole('grid')
const cursorRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
const selectedRows = () => screen.queryAllByRole('row', { selected: true })

describe('the inbox by keyboard', () => {
  test('is one tab stop whose arrows move the cursor', async () => {
    await keys.keyboard('{ArrowDown}{ArrowDown}')
    expect(cursorRow()?.textContent).toContain('Desert Storm')
    await keys.keyboard('{ArrowUp}')
    expect(cursorRow()?.textContent).toContain('Hosting AG')
    expect(document.activeElement).toBe(grid())
    expect(
      within(grid())
        .queryAllByRole('button')
        .filter(button => button.tabIndex >= 0),
    ).toEqual([])
  })

  test('Space selects, Shift with arrows extends, Ctrl+A takes all that match, Esc lets go', async () => {
    await keys.keyboard(' ')
    expect(screen.getByText('1 selected')).toBeTruthy()
    await keys.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(selectedRows()).toHaveLength(3)
    await keys.keyboard('{Control>}a{/Control}')
    await screen.findByText('41 selected')
    await keys.keyboard('{Escape}')
    expect(selectedRows()).toHaveLength(0)
  })

  test('the bar adds up what is selected, per currency', async () => {
    await keys.keyboard('{ArrowDown}{ArrowDown}{ArrowDown} {Shift>}{ArrowDown}{/Shift}')
    expect(screen.getByText('6,156.12 MXN')).toBeTruthy()
  })

  test('Enter opens review on the row, with the list as its queue', async () => {
    await keys.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(useNavigation.getState().screen).toBe('review'))
    const { documentId, queueIds } = useNavigation.getState()
    expect(documentId).toBe(bridge.rows[1]?.documentId)
    expect(queueIds).toHaveLength(41)
  })

  test('a number shows a state, 1 shows all again', async () => {
    await keys.keyboard('3')
    await waitFor(() => expect(useInbox.getState().total).toBe(8))
    expect(screen.getByRole('tab', { name: /Ready/ }).getAttribute('aria-selected')).toBe('true')
    await keys.keyboard('1')
    await waitFor(() => expect(useInbox.getState().total).toBe(41))
  })

  test('A approves the ready ones of a selection and says what was left', async () => {
    await keys.keyboard('{Control>}a{/Control}')
    await screen.findByText('41 selected')
    await keys.keyboard('a')
    await screen.findByText('8 invoices approved')
    expect(bridge.rows.filter(row => row.state === 'ready')).toEqual([])
  })

  test('A on an invoice that is not ready approves nothing and says why', async () => {
    await keys.keyboard('a')
    await screen.findByText(/Only ready invoices can be approved/)
    expect(bridge.calls.some(call => call.name === 'document.approve')).toBe(false)
  })

  test('H asks what it waits for, Enter alone goes on, Ctrl+Z takes it back', async () => {
    await keys.keyboard('h')
    await screen.findByLabelText('What is it waiting for?')
    await keys.keyboard('the credit note{Enter}')
    await screen.findByText('1 document on hold')
    expect(bridge.calls.find(call => call.name === 'document.hold')?.input).toMatchObject({ reason: 'the credit note' })
    act(() => grid().focus())
    await keys.keyboard('{Control>}z{/Control}')
    await screen.findByText('1 document restored')
  })

  test('letters typed into the search do nothing else', async () => {
    await keys.keyboard('/')
    expect(document.activeElement).toBe(screen.getByPlaceholderText(/Search invoices/))
    await keys.keyboard('hosting')
    await waitFor(() => expect(useInbox.getState().filter.search).toBe('hosting'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('back from review stands on the same row', async () => {
    await keys.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => expect(useNavigation.getState().screen).toBe('review'))
    act(() => useNavigation.getState().back())
    await waitFor(() => expect(cursorRow()?.textContent).toContain('Papelería Lumen'))
    expect(document.activeElement).toBe(grid())
  })
})

describe('documents that left the road', () => {
  test('are offered a way back instead of approval', async () => {
    await keys.keyboard('7')
    await waitFor(() => expect(useInbox.getState().total).toBe(3))
    act(() => grid().focus())
    await keys.keyboard(' ')
    expect(screen.getByRole('button', { name: /Restore/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Approve [^\d]/ })).toBeNull()
    await keys.keyboard('u')
    await screen.findByText('1 document restored')
  })
})
