import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useInbox } from '../../../src/renderer/src/inbox/inbox-slice'
import { useVendors } from '../../../src/renderer/src/vendors/vendors-slice'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

let bridge: FixtureBridge
const keys = userEvent.setup({ pointerEventsCheck: 0 })

beforeEach(async () => {
  bridge = createFixtureBridge()
  Object.assign(window, { quittance: bridge })
  useVendors.getState().forget()
  useNavigation.setState({ screen: 'vendors' })
  render(<Shell />)
  await screen.findByRole('option', { name: /Hosting AG/ })
})

const lastUpdate = () => bridge.calls.findLast(call => call.name === 'vendor.update')?.input

describe('the vendors', () => {
  test('a choice in the list shows the record beside it', async () => {
    await keys.click(screen.getByRole('option', { name: /Hosting AG/ }))
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Hosting AG')
  })

  test('a tax ID is saved when focus leaves it; an empty one is no tax ID', async () => {
    const taxId = screen.getByLabelText('Tax ID')
    await keys.clear(taxId)
    await keys.tab()
    expect(lastUpdate()).toMatchObject({ taxId: null })
  })

  test('the default account is found by its words', async () => {
    const account = screen.getByRole('combobox', { name: 'Default account' })
    await keys.clear(account)
    await keys.type(account, 'freight')
    await keys.click(await screen.findByRole('option', { name: /601\.72/ }))
    expect(lastUpdate()).toMatchObject({ defaultAccountCode: '601.72' })
  })

  test('an account typed faster than the engine answers is the one chosen', async () => {
    const account = screen.getByRole('combobox', { name: 'Default account' })
    const { call } = bridge
    // The answer to the whole code does not come in time.
    bridge.call = (name, input) =>
      name === 'account.search' && JSON.stringify(input).includes('601.72')
        ? new Promise(() => undefined)
        : call(name, input)
    await keys.clear(account)
    await keys.type(account, '60')
    expect((await screen.findAllByRole('option', { name: /^60/ })).length).toBeGreaterThan(1)
    await keys.type(account, '1.72')
    await keys.keyboard('{ArrowDown}{Enter}')
    expect(lastUpdate()).toMatchObject({ defaultAccountCode: '601.72' })
  })

  test('its invoices are one click away', async () => {
    await keys.click(screen.getByRole('option', { name: /Hosting AG/ }))
    await keys.click(screen.getByRole('button', { name: /\d+ invoices/ }))
    expect(useNavigation.getState().screen).toBe('inbox')
    await waitFor(() => expect(useInbox.getState().rows.every(row => row.vendorName === 'Hosting AG')).toBe(true))
  })
})
