import { expect, test } from 'vitest'
import { effortMeter } from '../../../src/renderer/src/review/effort'

test('keys held down and keys that only modify others are no keystrokes', () => {
  const meter = effortMeter(0)
  meter.press('Control', false, 100)
  meter.press('Enter', false, 200)
  meter.press('ArrowDown', false, 300)
  meter.press('ArrowDown', true, 400)
  expect(meter.total(1000)).toEqual({ keystrokes: 2, ms: 1000 })
})

test('of a pause only half a minute counts: who went for coffee did not work on the invoice', () => {
  const meter = effortMeter(0)
  meter.act(10_000)
  meter.act(10_000 + 20 * 60_000)
  expect(meter.total(10_000 + 20 * 60_000 + 5_000).ms).toBe(45_000)
})
