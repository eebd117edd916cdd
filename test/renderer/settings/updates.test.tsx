import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { Rehearsal, UpdateView, UpdateWish } from '../../../src/shared/update'
import { UpdatesSection } from '../../../src/renderer/src/settings/UpdatesSection'
import { useUpdates } from '../../../src/renderer/src/settings/updates-slice'
import { createFixtureBridge, someUpdates } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })

const rehearsal: Rehearsal = {
  version: '0.10.0',
  schema: { before: 23, after: 24 },
  databaseIntact: true,
  journalIntact: true,
  rows: { before: 81_204, after: 81_204 },
  lost: [],
  documents: { received: 4_212, replayed: 200, differing: 0, unreadable: 0 },
  ms: 61_000,
}
const ready = someUpdates({ unavailable: null, step: 'ready', found: '0.10.0', rehearsal })

let wishes: UpdateWish[]

beforeEach(() => {
  wishes = []
  useUpdates.setState({ updates: null })
})

async function showSection(view: UpdateView): Promise<void> {
  const updates = (wish: UpdateWish) => {
    wishes.push(wish)
    return Promise.resolve({ ok: true, value: view })
  }
  Object.assign(window, { quittance: { ...createFixtureBridge(), updates } })
  render(<UpdatesSection />)
  await screen.findByText(/0\.1\.0/)
}

test('a rehearsed version shows what it made of the copy, and is installed after one more question', async () => {
  await showSection(ready)
  screen.getByText('Rows: 81,204 before, 81,204 after, none lost')
  screen.getByText('The latest 200 documents read again, all as they stand in the books')
  await keys.click(screen.getByRole('button', { name: 'Install and restart' }))
  expect(wishes).toEqual([{ do: 'look' }])
  await keys.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Install and restart' }))
  expect(wishes).toEqual([{ do: 'look' }, { do: 'install' }])
})

test('values that the new version reads otherwise are told, and that those in the books stay', async () => {
  const documents = { ...rehearsal.documents, differing: 3 }
  await showSection({ ...ready, rehearsal: { ...rehearsal, documents } })
  screen.getByText(/200 documents read again: 3 read differently .* What stands there stays\./)
})

test('a refused version says why and offers nothing to install', async () => {
  await showSection(
    someUpdates({ unavailable: null, step: 'failed', found: '0.10.0', problem: 'update_wrong_signature' }),
  )
  expect(screen.getByRole('status').textContent).toContain('signature is not that of Quittance’s makers')
  expect(screen.queryByRole('button', { name: 'Install and restart' })).toBeNull()
})

test('the way back is offered while the version before is kept', async () => {
  await showSection(
    someUpdates({ unavailable: null, previous: { version: '0.0.9', keptUntil: Date.UTC(2026, 11, 20) } }),
  )
  await keys.click(screen.getByRole('button', { name: 'Go back' }))
  const dialog = screen.getByRole('alertdialog')
  expect(dialog.textContent).toContain('documents received since must be taken in again')
  await keys.click(within(dialog).getByRole('button', { name: 'Go back' }))
  expect(wishes.at(-1)).toEqual({ do: 'go_back' })
})

test('while one is being fetched there is nothing to ask for', async () => {
  await showSection(someUpdates({ unavailable: null }))
  act(() =>
    useUpdates
      .getState()
      .show(someUpdates({ unavailable: null, step: 'downloading', found: '0.10.0', progress: 0.42 })),
  )
  expect(screen.getByRole('status').textContent).toContain('Version 0.10.0 is being fetched: 42%')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check for updates' }).disabled).toBe(true)
})

test('a copy that runs from source says so and asks nobody', async () => {
  await showSection(someUpdates())
  screen.getByText(/runs from its source code/)
  expect(screen.queryByRole('button')).toBeNull()
})
