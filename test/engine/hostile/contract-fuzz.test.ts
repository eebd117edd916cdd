import { expect, test } from 'vitest'
import { fuzzContract } from '../../hostile/contract-fuzz'

// Many more: `npm run bench -- contract-fuzz`.
test('five thousand messages that a page should never send change nothing they may not and bring nothing down', async () => {
  const figures = await fuzzContract(5_000, 20_261_120)
  expect(figures).toMatchObject({
    messages: 5_000,
    unanswered: 0,
    bugs: 0,
    unhandledRejections: 0,
    wrongChanges: 0,
    polluted: false,
    isIntact: true,
    findings: [],
  })
  expect(figures.callsReached).toBeGreaterThan(100)
}, 600_000)
