import { expect, test } from 'vitest'
import { clockAheadMs } from '../../src/main/clock-switch'

const now = Date.UTC(2027, 11, 25, 12)
const said = '2026-11-20T16:00:00Z'

test('tests of the app built from source say which moment it starts at', () => {
  expect(now + clockAheadMs(said, { isPackaged: false, now })).toBe(Date.UTC(2026, 10, 20, 16))
})

test('a packaged app goes by the machine’s clock whatever is said, and so does one that is told nothing', () => {
  expect(clockAheadMs(said, { isPackaged: true, now })).toBe(0)
  expect(clockAheadMs('', { isPackaged: false, now })).toBe(0)
  expect(clockAheadMs('yesterday', { isPackaged: false, now })).toBe(0)
})
