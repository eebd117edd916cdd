import { expect, test } from 'vitest'
import { nothingWrong } from './inspect'
import { runKills } from './kills'

test('fifty SIGKILLs while invoices go from the folder to the ledger: none lost, none doubled, none stuck', async () => {
  const { kills, findings, bills } = await runKills({ kills: 50, documents: 60, seed: 1, longestMs: 300 })
  expect(kills).toBe(50)
  expect(findings).toMatchObject(nothingWrong)
  expect(bills).toBe(findings.documents)
})
