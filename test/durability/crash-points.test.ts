import { expect, test } from 'vitest'
import { runCrashPoints } from './crash-points'
import { nothingWrong } from './inspect'

test('wherever an engine ends between two things it does to the disk or the ledger, the next one goes on', async () => {
  const { moments, findings } = await runCrashPoints(2)
  expect(moments.flatMap(({ name, wasHit }) => (wasHit ? [] : [name]))).toEqual([])
  expect(moments.length).toBeGreaterThanOrEqual(60)
  for (const each of findings) expect(each).toMatchObject(nothingWrong)
})
