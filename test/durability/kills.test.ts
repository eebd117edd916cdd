import { expect, test } from 'vitest'
import { nothingWrong } from './inspect'
import { runKills } from './kills'

test('fifty SIGKILLs while invoices go from the folder to the ledger: none lost, none doubled, none stuck', async () => {
  // Lives long enough to read an invoice in, on a busy machine too: one during whose reading the engine died eight times in a
  // row is rightly put before a person, and the day would wait for that person.
  const { kills, findings, bills } = await runKills({ kills: 50, documents: 60, seed: 1, longestMs: 2_000 })
  expect(kills).toBe(50)
  expect(findings).toMatchObject([nothingWrong])
  expect(bills).toBe(findings[0]?.documents)
})
