import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { dateFieldLocale } from '../../../src/renderer/src/i18n/date-field-locale'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { DateInput } from '../../../src/renderer/src/parts/DateInput'

beforeEach(() => useLanguage.getState().setLanguage('es', 'es-MX'))

/** A due date as a form keeps it, with everything it was told. */
function dueDate(start = '') {
  const heard: string[] = []
  function Form() {
    const [day, setDay] = useState(start)
    const keep = (value: string) => {
      heard.push(value)
      setDay(value)
    }
    return <DateInput label="Vence" value={day} onChange={keep} />
  }
  render(<Form />)
  return { heard, parts: () => screen.getAllByRole('spinbutton').map(part => part.textContent) }
}

test('a Spanish screen asks for day, month and year in this order, in Spanish', () => {
  expect(dueDate().parts()).toEqual(['dd', 'mm', 'aaaa'])
})

test('who writes the month first types it first', () => {
  useLanguage.getState().setLanguage('en', 'en-US')
  expect(dueDate('2026-03-12').parts()).toEqual(['03', '12', '2026'])
})

test('a day is typed without separators, and nobody hears of a year half typed', async () => {
  const { heard } = dueDate()
  await userEvent.tab()
  await userEvent.keyboard('12032026')
  expect(heard).toEqual(['2026-03-12'])
  expect(screen.getByText('12 mar 2026')).toBeDefined()
})

test('a year of two digits is one of this century', async () => {
  const { heard } = dueDate()
  await userEvent.tab()
  await userEvent.keyboard('120326')
  await userEvent.tab()
  expect(heard).toEqual(['2026-03-12'])
})

test.each([
  ['2026-03-12', '2026-03-12'],
  ['12/03/2026', '2026-03-12'],
  ['12.3.26', '2026-03-12'],
  ['12 de marzo de 2026', '2026-03-12'],
])('pasted, %s is %s', async (pasted, day) => {
  const { heard } = dueDate('2025-01-01')
  await userEvent.tab()
  await userEvent.paste(pasted)
  expect(heard).toEqual([day])
})

test('pasted text that names no day changes nothing', async () => {
  const { heard, parts } = dueDate('2025-01-31')
  await userEvent.tab()
  await userEvent.paste('31/02/2026')
  expect(heard).toEqual([])
  expect(parts()).toEqual(['31', '01', '2025'])
})

test('emptied part by part, there is no day', async () => {
  const { heard } = dueDate('2026-03-12')
  for (const part of screen.getAllByRole('spinbutton').toReversed()) {
    await userEvent.click(part)
    await userEvent.keyboard('{Backspace>6/}')
  }
  expect(heard.at(-1)).toBe('')
})

test('the calendar opens from the keyboard and gives the day chosen', async () => {
  const { heard } = dueDate('2026-03-12')
  await userEvent.tab()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(screen.getByRole('grid', { name: /marzo de 2026/ })).toBeDefined()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(heard).toEqual(['2026-03-13'])
})

test('parts are named in the language of the screens where a country of that language writes days so', () => {
  expect(dateFieldLocale('en', 'es-MX')).toBe('en-GB')
  expect(dateFieldLocale('es', 'de-DE')).toBe('es-DE')
  expect(dateFieldLocale('es', 'en-US'), 'Spanish has the day first everywhere').toBe('en-US')
  expect(dateFieldLocale('es', 'no such tag')).toMatch(/^es/)
})
