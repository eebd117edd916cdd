import { expect, test } from 'vitest'
import { holdSession } from '../../../src/engine/http/hold-session'

/** Openings that end when the test says so, in the order in which they began. */
function openings() {
  const begun: PromiseWithResolvers<string | undefined>[] = []
  const open = () => {
    const opening = Promise.withResolvers<string | undefined>()
    begun.push(opening)
    return opening.promise
  }
  return { begun, held: holdSession(open) }
}

test('two who ask at once get one session, and it is kept', async () => {
  const { begun, held } = openings()
  const asked = Promise.all([held.ready(), held.ready()])
  begun[0]?.resolve('archive at home')
  expect(await asked).toEqual(['archive at home', 'archive at home'])
  expect(await held.ready()).toBe('archive at home')
  expect(begun).toHaveLength(1)
})

test('a session that was forgotten while it was being opened is given to nobody: the new one is', async () => {
  const { begun, held } = openings()
  const asked = held.ready()
  held.forget()
  const askedLater = held.ready()
  begun[0]?.resolve('ledger of before')
  begun[1]?.resolve('ledger of now')
  expect(await Promise.all([asked, askedLater, held.ready()])).toEqual(Array(3).fill('ledger of now'))
})

test('a failure is told to all who asked, and the next one tries anew', async () => {
  const { begun, held } = openings()
  const asked = Promise.allSettled([held.ready(), held.ready()])
  begun[0]?.reject(new Error('key store locked'))
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = held.ready()
  begun[1]?.resolve('ledger')
  expect(await again).toBe('ledger')
})

test('without a connection there is none, and one that is made later is found', async () => {
  const { begun, held } = openings()
  const asked = held.ready()
  begun[0]?.resolve(undefined)
  expect(await asked).toBeUndefined()
  const again = held.ready()
  begun[1]?.resolve('ledger')
  expect(await again).toBe('ledger')
})
