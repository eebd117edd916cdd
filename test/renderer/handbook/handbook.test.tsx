import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { chapters } from 'virtual:handbook'
import { useCounts } from '../../../src/renderer/src/app/counts-slice'
import { firstSection, useNavigation } from '../../../src/renderer/src/app/navigation'
import { useOverlays } from '../../../src/renderer/src/app/overlays'
import { commandById } from '../../../src/renderer/src/commands/registry'
import { fittingChapter } from '../../../src/renderer/src/handbook/fitting-chapter'
import { useHandbook } from '../../../src/renderer/src/handbook/handbook-slice'
import { searchHandbook } from '../../../src/renderer/src/handbook/search'
import { HandbookPages } from '../../../src/renderer/src/handbook/HandbookPages'

const received = (count: number) =>
  useCounts.setState(({ conservation }) => ({ conservation: { ...conservation, received: count } }))

beforeEach(() => {
  useHandbook.setState(useHandbook.getInitialState(), true)
  useNavigation.setState(useNavigation.getInitialState(), true)
  useCounts.setState(useCounts.getInitialState(), true)
  useOverlays.getState().close()
})

const press = () => void commandById('app.handbook')?.run?.()
const names = new Set(chapters.en.map(({ name }) => name))

test('on every screen, and in every section of Settings, the handbook has a chapter that fits', () => {
  received(3)
  for (const where of ['inbox', 'review', 'vendors', 'accounts', 'rules', 'sync', 'activity', 'analytics'] as const) {
    useNavigation.setState({ screen: where })
    expect(names, where).toContain(fittingChapter())
  }
  useNavigation.setState({ screen: 'settings' })
  for (const section of [firstSection, 'company', 'people', 'ledger', 'backups', 'vault', 'updates', 'about']) {
    useNavigation.getState().reachSection(section)
    expect(names, section).toContain(fittingChapter())
  }
  useNavigation.getState().reachSection('updates')
  expect(fittingChapter()).toBe('updates')
})

test('whoever follows the first bill finds that chapter on its way until the bill is posted, and no longer', () => {
  press()
  expect(useHandbook.getState().chapter).toBe('first-bill')
  received(1)
  useNavigation.setState({ screen: 'review' })
  press()
  expect(useHandbook.getState().chapter).toBe('first-bill')
  useCounts.setState(({ tabs }) => ({ tabs: { ...tabs, posted: 1 } }))
  press()
  expect(useHandbook.getState().chapter).toBe('exceptions')
  useHandbook.getState().back()
  expect(useHandbook.getState().chapter).toBe('first-bill')
})

test('opened again for the same screen, the handbook lies open where it was turned to', () => {
  received(3)
  useNavigation.setState({ screen: 'vendors' })
  press()
  useHandbook.getState().read('duplicates')
  press()
  expect(useHandbook.getState().chapter).toBe('duplicates')
  useNavigation.setState({ screen: 'rules' })
  press()
  expect(useHandbook.getState().chapter).toBe('rules')
})

test('the arrow keys turn to the chapters, a search leads to its passage, a link to another chapter and Alt+← back', async () => {
  const user = userEvent.setup()
  received(3)
  press()
  render(<HandbookPages />)
  expect(document.activeElement).toBe(screen.getByRole('article', { name: "The day's exceptions" }))

  await user.keyboard('{Control>}f{/Control}')
  await user.paste('vendor credit,')
  expect((await screen.findByRole('status')).textContent).toBe('1 passage')
  await user.keyboard('{ArrowDown}')
  await screen.findByRole('article', { name: 'Duplicates, credit notes, splits' })
  expect(document.querySelector('.handbook-text .found')?.textContent).toMatch('to BigCapital as a vendor credit')

  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await screen.findByRole('article', { name: "The day's exceptions" })
})

test('a word is looked for from its beginning, and inside others only where no passage has it so', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, words: [text] })
  const chapter = (name: string, ...texts: string[]) => ({ name, title: name, blocks: texts.map(paragraph) })
  const tax = chapter('tax', 'El IVA se suma al neto.')
  const network = chapter('network', 'Red y privacidad: nada sale de este equipo.')
  const foundIn = (query: string, ...chapters: (typeof tax)[]) =>
    searchHandbook(chapters, query).map(hit => hit.chapter)
  expect(foundIn('iva', network, tax)).toEqual(['tax'])
  expect(foundIn('iva', network)).toEqual(['network'])
  expect(foundIn('privac sale', network, tax)).toEqual(['network'])
})
