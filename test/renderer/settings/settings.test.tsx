import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { createStore } from 'zustand'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { clientOver } from '../../../src/renderer/src/engine-client'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { taxIds } from '../../../src/renderer/src/settings/CompanySection'
import { createSettingsSlice, useSettings } from '../../../src/renderer/src/settings/settings-slice'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

let bridge: FixtureBridge
const keys = userEvent.setup({ pointerEventsCheck: 0 })

beforeEach(() => {
  bridge = createFixtureBridge(undefined, {
    // A Linux desktop without a key store, started by somebody who accepts that.
    'keys.status': () => ({ store: 'basic_text', kept: 1, inFiles: [], readableByOthers: 0 }),
  })
  Object.assign(window, { quittance: bridge })
  useLanguage.getState().setLanguage('en', 'en-GB')
})

describe('the settings slice', () => {
  test('shows a change once the engine has it, and the screens follow its language', async () => {
    const settings = createStore(createSettingsSlice(clientOver(() => bridge)))
    expect(await settings.getState().change({ language: 'es', formatLocale: 'es-MX' })).toBe(true)
    expect(settings.getState().settings.language).toBe('es')
    expect(useLanguage.getState()).toMatchObject({ language: 'es', formatLocale: 'es-MX' })
  })

  test('keeps what it had when the engine refuses', async () => {
    const refusing = {
      ...bridge,
      call: async () => ({ ok: false, error: { code: 'store_disk_full', params: {}, retry: 'user' } }),
    }
    const settings = createStore(createSettingsSlice(clientOver(() => refusing as unknown as FixtureBridge)))
    expect(await settings.getState().change({ language: 'es' })).toBe(false)
    expect(settings.getState().settings.language).toBe('en')
  })
})

test('tax IDs are told apart by commas, blanks or semicolons and kept once', () => {
  expect(taxIds('xaxx010101000, ESB12345678;XAXX010101000')).toEqual(['XAXX010101000', 'ESB12345678'])
})

describe('the settings screen', () => {
  beforeEach(async () => {
    useNavigation.setState({ screen: 'settings' })
    render(<Shell />)
    await screen.findByDisplayValue('Comercial Sierra SA de CV')
  })

  test('a name is saved when focus leaves it, Esc brings the saved one back', async () => {
    const name = screen.getByLabelText('Company name')
    await keys.clear(name)
    await keys.type(name, 'Sierra Nueva{Escape}')
    expect(screen.getByDisplayValue('Comercial Sierra SA de CV')).toBeTruthy()
    await keys.clear(name)
    await keys.type(name, 'Sierra Nueva')
    await keys.tab()
    expect(bridge.calls.findLast(call => call.name === 'settings.set')?.input).toEqual({
      patch: { companyName: 'Sierra Nueva' },
    })
  })

  test('a name is saved, too, when a key leads to another screen while it is written', async () => {
    const name = screen.getByLabelText('Company name')
    await keys.clear(name)
    await keys.type(name, 'Sierra Nueva')
    act(() => useNavigation.getState().show('inbox'))
    expect(bridge.calls.findLast(call => call.name === 'settings.set')?.input).toEqual({
      patch: { companyName: 'Sierra Nueva' },
    })
  })

  test('a fixed-asset limit that could be read two ways is not guessed', async () => {
    const profile = {
      description: 'Rents out offices.',
      trades: [],
      goods: 'none' as const,
      sells: [],
      materials: [],
      serviceCosts: [],
      hasDepartments: false,
      capitalThreshold: { amount: '15000', currency: 'MXN' },
    }
    await act(async () => void (await useSettings.getState().change({ companyProfile: profile })))
    const limit = screen.getByLabelText('Fixed asset from')
    await keys.clear(limit)
    await keys.type(limit, '15.000,50')
    await keys.tab()
    expect(useSettings.getState().settings.companyProfile?.capitalThreshold?.amount).toBe('15000')
    expect(screen.getByText(/can be read in two ways/)).toBeTruthy()
    await keys.clear(limit)
    await keys.type(limit, '20000')
    await keys.tab()
    expect(useSettings.getState().settings.companyProfile?.capitalThreshold?.amount).toBe('20000')
  })

  test('the key of the ledger leaves the page for good once it is connected', async () => {
    await keys.type(screen.getByLabelText('Address'), 'https://books.example.com')
    await keys.type(screen.getByLabelText('API key'), 'secret-key-123')
    await keys.click(screen.getByRole('button', { name: 'Test and connect' }))
    const ledger = within(await screen.findByRole('region', { name: 'BigCapital' }))
    const said = await ledger.findByText(/^This desktop has no key store\. Keys are sealed/)
    // Where keys are kept is said in one sentence everywhere; what to do about it stands in one place.
    const privacy = screen.getByRole('region', { name: 'Network and privacy' })
    expect(privacy.textContent).toContain(`One key is kept. ${said.textContent} Install GNOME Keyring`)
    expect(document.body.textContent).not.toMatch(/[Ss]tored in the key store|system’s key store/)
    expect(document.body.innerHTML).not.toContain('secret-key-123')
  })

  test('verifying the store tells what was counted and read again', async () => {
    await keys.click(screen.getByRole('button', { name: 'Verify now' }))
    await screen.findByText('Everything is in order.')
    expect(screen.getByText('41 received = 41 accounted for')).toBeTruthy()
    expect(screen.getByText('412 journal rows, chain intact')).toBeTruthy()
  })

  test('Spanish takes the whole screen at once', async () => {
    act(() => useLanguage.getState().setLanguage('es', 'es-MX'))
    expect(screen.getByRole('heading', { name: 'Ajustes' })).toBeTruthy()
    expect(screen.getByLabelText('Nombre de la empresa')).toBeTruthy()
  })
})
