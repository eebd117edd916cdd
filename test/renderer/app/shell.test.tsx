import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useOverlays } from '../../../src/renderer/src/app/overlays'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useRestore } from '../../../src/renderer/src/backups/restore-slice'
// Loaded now, for the first to open it would wait for it.
import '../../../src/renderer/src/handbook/HandbookPages'
import { createText, useLanguage } from '../../../src/renderer/src/i18n/t'
import { useInbox } from '../../../src/renderer/src/inbox/inbox-slice'
import { useSettings } from '../../../src/renderer/src/settings/settings-slice'
import { notify } from '../../../src/renderer/src/parts/toasts'
import { defaultSettings } from '../../../src/shared/settings'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

let bridge: FixtureBridge
const keys = userEvent.setup({ pointerEventsCheck: 0 })

function start(made: FixtureBridge = createFixtureBridge()): void {
  bridge = made
  Object.assign(window, { quittance: bridge })
  useNavigation.setState({ screen: 'inbox', documentId: null, queueIds: [] })
  useOverlays.setState({ open: null })
  useInbox.getState().forget()
  render(<Shell />)
}

function filesOf(...files: File[]) {
  return { dataTransfer: { types: ['Files'], files, dropEffect: 'none' } }
}

describe('files dropped on the window', () => {
  beforeEach(() => start())

  test('are taken on every screen, and what is accepted is said while they hover', async () => {
    act(() => useNavigation.getState().show('settings'))
    const file = new File(['%PDF'], 'factura.pdf')
    fireEvent.dragEnter(document.body, filesOf(file))
    expect(screen.getByText('Drop to add')).toBeTruthy()
    expect(screen.getAllByText(/images, e.invoice XML, signed XML, ZIP archives/).length).toBeGreaterThan(0)
    fireEvent.drop(document.body, filesOf(file))
    await waitFor(() => expect(bridge.taken).toEqual([file]))
    expect(screen.queryByText('Drop to add')).toBeNull()
  })

  test('the highlight goes when they leave the window again', () => {
    fireEvent.dragEnter(document.body, filesOf())
    fireEvent.dragEnter(screen.getByRole('main'), filesOf())
    fireEvent.dragLeave(document.body, filesOf())
    expect(screen.getByText('Drop to add')).toBeTruthy()
    fireEvent.dragLeave(screen.getByRole('main'), filesOf())
    expect(screen.queryByText('Drop to add')).toBeNull()
  })

  test('a file that could not be added is named with the reason', async () => {
    act(() =>
      bridge.announce('intake.refused', {
        fileName: 'locked.pdf',
        error: { code: 'file_unreadable', params: {}, retry: 'user' },
      }),
    )
    await screen.findByText(/locked\.pdf was not added\. The file could not be opened/)
  })
})

test('a notice says the same in the other language once that is chosen', async () => {
  start()
  act(() => notify({ text: ({ t }) => t('backups.made'), tone: 'good', action: { label: 'toast.undo', run() {} } }))
  const told = await screen.findByRole('alertdialog')
  const english = createText('en', 'en-GB')
  const spanish = createText('es', 'es-MX')
  expect(told.textContent).toContain(english.t('backups.made'))
  act(() => useLanguage.getState().setLanguage('es', 'es-MX'))
  expect(told.textContent).toContain(spanish.t('backups.made'))
  expect(told.textContent).toContain(spanish.t('toast.undo'))
  act(() => useLanguage.getState().setLanguage('en', 'en-GB'))
})

describe('the engine’s life', () => {
  beforeEach(() => start())

  test('a line says that it is being started again, and that it is back', async () => {
    act(() => bridge.announce('engine.state', { state: 'gone', error: null }))
    expect(screen.getByRole('alert').textContent).toContain('Everything saved is safe')
    act(() => bridge.announce('engine.state', { state: 'running', error: null }))
    await screen.findByText('The engine is running again.')
    expect(screen.queryByText(/Everything saved is safe/)).toBeNull()
  })

  test('whoever has just put books back is not told that the engine runs again', async () => {
    act(() => useRestore.setState({ step: 'working', isOpen: true }))
    const dialog = await screen.findByRole('dialog', { name: 'Restore from a backup' })
    expect(within(dialog).queryByRole('button', { name: 'Close' })).toBeNull()
    expect(within(dialog).getByText('Stays open until the books are back.')).toBeTruthy()
    await keys.keyboard('{Escape}')
    expect(useRestore.getState().isOpen).toBe(true)
    act(() => bridge.announce('engine.state', { state: 'gone', error: null }))
    act(() => bridge.announce('engine.state', { state: 'running', error: null }))
    act(() => useRestore.setState({ step: 'choose' }))
    expect(await within(dialog).findByRole('button', { name: 'Close' })).toBeTruthy()
    expect(screen.queryByText('The engine is running again.')).toBeNull()
    act(() => useRestore.getState().close())
  })

  test('an engine that cannot start says why', () => {
    act(() => bridge.announce('engine.state', { state: 'failed', error: 'data_folder_in_use' }))
    expect(screen.getByRole('alert').textContent).toContain('already using this data folder')
    act(() => bridge.announce('engine.state', { state: 'running', error: null }))
  })
})

describe('where the books are not open', () => {
  const locked = {
    isProtected: true,
    hasVault: false,
    isLocked: true,
    people: [],
    sitting: null,
    look: { language: 'en', formatLocale: 'en-US', theme: 'light' },
  }

  test('the handbook opens all the same, at what leads back in, and the system’s Help menu opens it too', async () => {
    start(createFixtureBridge([], { 'lock.status': () => locked }))
    await keys.click(await screen.findByRole('button', { name: 'Handbook' }))
    expect(await screen.findByRole('article', { name: 'People, rights, the lock' })).toBeTruthy()
    await keys.keyboard('{Escape}')
    expect(screen.queryByRole('article')).toBeNull()
    act(() => bridge.announce('help.chosen', { topic: 'handbook' }))
    expect(await screen.findByRole('article', { name: 'People, rights, the lock' })).toBeTruthy()
    act(() => bridge.announce('help.chosen', { topic: 'diagnostics' }))
    expect(bridge.calls.map(({ name }) => name)).toContain('diagnostics.collect')
  })

  test('books that are damaged have the runbook at hand', async () => {
    start()
    act(() => bridge.announce('engine.state', { state: 'failed', error: 'store_damaged' }))
    await keys.click(await screen.findByRole('button', { name: 'Handbook' }))
    expect(await screen.findByRole('article', { name: 'Runbook for the worst days' })).toBeTruthy()
    act(() => {
      useRestore.getState().close()
      bridge.announce('engine.state', { state: 'running', error: null })
    })
  })

  test('what lay open over them is gone when they are locked, and does not come back', async () => {
    let status = { ...locked, isLocked: false }
    start(createFixtureBridge([], { 'lock.status': () => status }))
    await screen.findByText('Vendor invoices arrive here')
    await keys.keyboard('{Control>}k{/Control}')
    expect(screen.getByRole('dialog')).toBeTruthy()
    status = locked
    act(() => bridge.announce('lock.changed', {}))
    await screen.findByRole('button', { name: 'Handbook' })
    expect(screen.queryByRole('dialog')).toBeNull()
    status = { ...locked, isLocked: false }
    act(() => bridge.announce('lock.changed', {}))
    await screen.findByText('Vendor invoices arrive here')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the palette', () => {
  beforeEach(async () => {
    start()
    await screen.findByText('2026-77')
  })

  test('runs a command by a part of its name and goes away', async () => {
    await keys.keyboard('{Control>}k{/Control}')
    await keys.keyboard('vendors{Enter}')
    await waitFor(() => expect(useNavigation.getState().screen).toBe('vendors'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('finds a document by its number and opens it', async () => {
    await keys.keyboard('{Control>}k{/Control}')
    await keys.keyboard('TN-558')
    await screen.findByRole('menuitem', { name: /Transportes Nieto/ })
    await keys.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(useNavigation.getState().screen).not.toBe('vendors'))
  })

  test('Esc closes it at once', async () => {
    await keys.keyboard('{Control>}k{/Control}')
    await keys.keyboard('abc{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('? shows the keys of the screen', async () => {
    act(() => document.getElementById('inbox-grid')?.focus())
    await keys.keyboard('?')
    expect(await screen.findByRole('heading', { name: 'Keyboard shortcuts' })).toBeTruthy()
    expect(screen.getByText('Put on hold')).toBeTruthy()
  })
})

describe('a fresh installation', () => {
  afterEach(() => vi.restoreAllMocks())

  test('speaks Spanish at once on a Spanish system, until somebody chooses', async () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('es-MX')
    useSettings.setState({ settings: defaultSettings, isLoaded: false })
    start(createFixtureBridge([]))
    await screen.findByText('Aquí llegan las facturas de proveedores')
    expect(bridge.calls.findLast(call => call.name === 'settings.begin')?.input).toEqual({
      language: 'es',
      formatLocale: 'es-MX',
    })
    await keys.click(screen.getByRole('button', { name: /Idioma/ }))
    await keys.click(await screen.findByRole('option', { name: 'English' }))
    await screen.findByText('Vendor invoices arrive here')
  })

  test('says what belongs here, asks for language and country, and offers the samples', async () => {
    start(createFixtureBridge([]))
    await screen.findByText('Vendor invoices arrive here')
    await keys.click(screen.getByRole('button', { name: /Country/ }))
    await keys.click(await screen.findByRole('option', { name: 'Germany' }))
    expect(bridge.calls.findLast(call => call.name === 'settings.set')?.input).toMatchObject({
      patch: { country: 'DE', homeCurrency: 'EUR', chart: 'uk-small-business', firstRunDone: true },
    })
    await keys.click(screen.getByRole('button', { name: 'Try with 12 sample invoices' }))
    await screen.findByText(/your own books are not touched/)
  })
})
