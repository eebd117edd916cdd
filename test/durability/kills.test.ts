import { expect, test } from 'vitest'
import { inspect, nothingWrong } from './inspect'
import { runKills } from './kills'
import { openStage } from './stage'

test('fifty SIGKILLs while invoices go from the folder to the ledger: none lost, none doubled, none stuck', async () => {
  // Lives long enough to read an invoice in, on a busy machine too: one during whose reading the engine died eight times in a
  // row is rightly put before a person, and the day would wait for that person.
  const { kills, findings, bills } = await runKills({ kills: 50, documents: 60, seed: 1, longestMs: 2_000 })
  expect(kills).toBe(50)
  expect(findings).toMatchObject([nothingWrong])
  expect(bills).toBe(findings[0]?.documents)
})

test('an invoice in whose check the engine died three times is put before a person, who has it read again: it is posted', async () => {
  const stage = await openStage()
  try {
    stage.bring(1)
    for (let death = 0; death < 3; death++) {
      expect(await stage.live({ dieAt: 'commit.before document.checked' })).toMatchObject({ wasKilled: true })
    }
    await stage.live()
    const bills = stage.standIn.books.bills.map(bill => bill.number ?? '')
    expect(bills).toHaveLength(1)
    expect(await inspect(stage.dataFolder, stage.acks(), bills)).toMatchObject({ ...nothingWrong, putBeforePerson: 1 })
  } finally {
    await stage.close()
  }
})
