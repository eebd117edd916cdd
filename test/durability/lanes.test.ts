import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inLanes } from './lanes'

test('each item is worked on once, so many at a time, and answered for in its order', async () => {
  let [working, most] = [0, 0]
  const results = await inLanes([40, 5, 20, 1], 2, async ms => {
    most = Math.max(most, ++working)
    await pause(ms)
    working--
    return ms * 2
  })
  expect(results).toEqual([80, 10, 40, 2])
  expect(most).toBe(2)
})

test('when the time is over what was begun is finished, and it is the first so many', async () => {
  let begun = 0
  const results = await inLanes(
    ['a', 'b', 'c', 'd', 'e'],
    2,
    async item => {
      begun += 1
      await pause(5)
      return item
    },
    () => begun >= 3,
  )
  expect(results).toEqual(['a', 'b', 'c'])
})
