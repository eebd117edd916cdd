import { expect, test } from 'vitest'
import { hasDiskLibrary } from './disk-library'
import { runPowerLoss } from './power-loss'

test.skipIf(!hasDiskLibrary)(
  'whenever the power fails, what was confirmed is on the disk, whole, with its originals',
  async () => {
    const { images, acknowledged, lost, corrupt, examples } = await runPowerLoss({
      documents: 6,
      images: 1_000,
      seed: 1,
      isCareless: false,
    })
    expect(images).toBe(1_000)
    expect(acknowledged).toBeGreaterThan(18)
    expect({ lost, corrupt, examples }).toEqual({ lost: 0, corrupt: 0, examples: [] })
  },
)

test.skipIf(!hasDiskLibrary)('a power failure while books enter a vault, or work in it, loses as little', async () => {
  const plan = { documents: 4, images: 120, seed: 3, isCareless: false, entersVault: true }
  const { lost, corrupt, examples } = await runPowerLoss(plan)
  expect({ lost, corrupt, examples }).toEqual({ lost: 0, corrupt: 0, examples: [] })
})

test.skipIf(!hasDiskLibrary)(
  'with the durability the library comes with, confirmed work would be lost: this proof can fail',
  async () => {
    const { lost } = await runPowerLoss({ documents: 4, images: 60, seed: 1, isCareless: true })
    expect(lost).toBeGreaterThan(0)
  },
)
