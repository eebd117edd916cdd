import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenIdle } from '../../../src/renderer/src/app/use-idle-lock'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('locks once nobody has touched anything for as long as said, and not before', () => {
  const idle = vi.fn()
  const undo = whenIdle(60_000, idle)
  vi.advanceTimersByTime(50_000)
  window.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(59_999)
  expect(idle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(idle).toHaveBeenCalledOnce()
  undo()
})

test('stops watching when it is no longer wanted', () => {
  const idle = vi.fn()
  whenIdle(60_000, idle)()
  vi.advanceTimersByTime(120_000)
  expect(idle).not.toHaveBeenCalled()
})
