import { expect, test } from 'vitest'
import { calendarDay } from '../../../src/engine/sync/bill-traits'

test.each([
  ['Honolulu, 10 hours behind', '2026-01-15T10:00:00.000Z'],
  ['Mexico City, 6 hours behind', '2026-01-15T06:00:00.000Z'],
  ['London', '2026-01-15T00:00:00.000Z'],
  ['Kolkata, 5 hours and a half ahead', '2026-01-14T18:30:00.000Z'],
  ['Auckland in summer, 13 hours ahead', '2026-01-14T11:00:00.000Z'],
  ['the Chatham Islands in summer, 13 hours and 45 minutes ahead', '2026-01-14T10:15:00.000Z'],
])('midnight of 15 January in %s is 15 January', (_where, instant) => {
  expect(calendarDay(instant)).toBe('2026-01-15')
})

test('a day told as a day stays that day', () => {
  expect(calendarDay('2026-01-15')).toBe('2026-01-15')
})
