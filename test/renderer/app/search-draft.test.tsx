import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useSearchDraft } from '../../../src/renderer/src/app/use-search-draft'

test('keys typed while an answer is on its way stay in the field, and only the newest text is asked for next', async () => {
  const asked: { text: string; answer: () => void }[] = []
  const apply = (text: string) => new Promise<void>(answer => asked.push({ text, answer }))
  const { result, rerender } = renderHook(({ applied }) => useSearchDraft(applied, apply), {
    initialProps: { applied: '' },
  })
  const type = (text: string) => act(() => result.current[1](text))
  const shown = () => result.current[0]
  type('A')
  rerender({ applied: 'A' })
  type('A-')
  type('A-4')
  expect(asked.map(({ text }) => text)).toEqual(['A'])
  await act(async () => asked[0]?.answer())
  expect(asked.map(({ text }) => text)).toEqual(['A', 'A-4'])
  // Typed before the page has drawn that "A-4" is asked for.
  type('A-40')
  rerender({ applied: 'A-4' })
  expect(shown()).toBe('A-40')
  await act(async () => asked[1]?.answer())
  rerender({ applied: 'A-40' })
  await act(async () => asked[2]?.answer())
  expect(asked.map(({ text }) => text)).toEqual(['A', 'A-4', 'A-40'])
  expect(shown()).toBe('A-40')
  rerender({ applied: '' })
  expect(shown(), 'filters cleared elsewhere').toBe('')
})
