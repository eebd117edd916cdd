import { expect, test } from 'vitest'
import { isSurvived, runDiskFaults } from './disk-faults'
import { hasDiskLibrary } from './disk-library'

test.skipIf(!hasDiskLibrary)(
  'a disk that fails, is full or turns read-only in the middle of the day: nothing is lost and work goes on',
  async () => {
    const runs = await runDiskFaults({ callsPerFault: 8, seed: 1 })
    expect(runs.filter(run => !isSurvived(run))).toEqual([])
    expect(runs.filter(({ outcome }) => outcome === 'went_on').length).toBeGreaterThan(0)
  },
)
