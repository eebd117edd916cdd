import { expect, test } from 'vitest'
import { readMutations } from '../../hostile/mutations'

// Many more: `npm run bench -- mutations`.
test('two hundred damaged files are read or refused with a reason, and none takes the engine along', async () => {
  const figures = await readMutations({ count: 200, seed: 20_261_120 })
  expect(figures).toMatchObject({ files: 200, withoutReason: 0, unhandledRejections: 0 })
  expect(figures.refused).not.toHaveProperty('worker_memory')
  expect(figures.read).toBeGreaterThan(20)
  expect(figures.read).toBeLessThan(200)
}, 1_800_000)
