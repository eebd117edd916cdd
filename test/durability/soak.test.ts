import { expect, test } from 'vitest'
import { isWithinBounds, runSoak } from './soak'

// At a desk long enough to see that it runs; `npm run bench -- soak --minutes 480` for a working day.
const minutes = process.env['CI'] ? 10 : 0.75

test.skipIf(process.platform !== 'linux')(
  'an engine that works on and on needs no more memory, log or open files than at first',
  async () => {
    const report = await runSoak(minutes)
    expect(report.documents).toBeGreaterThan(0)
    expect(report).toSatisfy(isWithinBounds)
  },
)
