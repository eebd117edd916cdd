import { expect, test } from 'vitest'
import { isWithinBounds, runSoak } from './soak'

// Minutes of the normal run; `npm run bench -- soak --minutes 10` (or 480) for more.
const minutes = 0.75

test.skipIf(process.platform !== 'linux')(
  'an engine that works on and on needs no more memory, log or open files than at first',
  async () => {
    const report = await runSoak(minutes)
    expect(report.documents).toBeGreaterThan(0)
    expect(report).toSatisfy(isWithinBounds)
  },
)
