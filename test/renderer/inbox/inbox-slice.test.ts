import { createStore } from 'zustand'
import { describe, expect, test } from 'vitest'
import { clientOver } from '../../../src/renderer/src/engine-client'
import { createInboxSlice } from '../../../src/renderer/src/inbox/inbox-slice'
import { selectedSums, withRange } from '../../../src/renderer/src/inbox/selection'
import { createFixtureBridge } from '../fixture-bridge'
import { fixtureRows, manyRows } from '../fixture-rows'

function inboxOver(count: number) {
  const bridge = createFixtureBridge(manyRows(count))
  return { bridge, inbox: createStore(createInboxSlice(clientOver(() => bridge))) }
}

describe('a long list', () => {
  test('is read in pages, only as far as somebody looks', async () => {
    const { inbox } = inboxOver(10_000)
    await inbox.getState().load()
    expect(inbox.getState().rows).toHaveLength(100)
    expect(inbox.getState().total).toBe(10_000)
    await inbox.getState().loadThrough(1000)
    expect(inbox.getState().rows.length).toBeGreaterThan(1000)
    expect(inbox.getState().rows.length).toBeLessThan(1800)
  })

  test('going to its end reads the rest once, however often it is asked', async () => {
    const { bridge, inbox } = inboxOver(5000)
    await inbox.getState().load()
    await Promise.all([inbox.getState().loadThrough(4999), inbox.getState().loadThrough(4999)])
    expect(inbox.getState().rows).toHaveLength(5000)
    expect(new Set(inbox.getState().rows.map(row => row.documentId)).size).toBe(5000)
    expect(bridge.calls.filter(call => call.name === 'document.list')).toHaveLength(11)
  })

  test('the cursor stays on its document when new ones arrive above it', async () => {
    const { bridge, inbox } = inboxOver(300)
    await inbox.getState().load()
    inbox.getState().moveTo(10)
    const [first] = fixtureRows()
    if (!first) throw new Error('no fixture')
    const before = inbox.getState().rows[10]?.documentId
    bridge.rows = [
      { ...first, documentId: `${first.documentId.slice(0, -4)}9999` as typeof first.documentId },
      ...bridge.rows,
    ]
    await inbox.getState().refresh()
    expect(inbox.getState().cursor).toBe(11)
    expect(inbox.getState().rows[11]?.documentId).toBe(before)
  })

  test('an answer to a question nobody asks any more is dropped', async () => {
    const { inbox } = inboxOver(300)
    await Promise.all([inbox.getState().load(), inbox.getState().showTab('ready')])
    expect(inbox.getState().rows.every(row => row.state === 'ready')).toBe(true)
  })

  test('an engine that does not answer is told as such', async () => {
    const inbox = createStore(
      createInboxSlice(
        clientOver(() => {
          throw new Error('port closed')
        }),
      ),
    )
    await inbox.getState().load()
    expect(inbox.getState()).toMatchObject({ status: 'failed', error: { code: 'engine_gone' } })
  })
})

describe('sums of a selection', () => {
  const rows = fixtureRows()

  test('are kept apart by currency', () => {
    const selection = withRange(new Set(), rows, 0, 1)
    expect(selectedSums(selection, rows)).toEqual([
      { currency: 'MXN', amount: '11600' },
      { currency: 'EUR', amount: '238' },
    ])
  })

  test('are not told while some of the selected rows are not there', () => {
    const selection = withRange(new Set(), rows, 0, 5)
    expect(selectedSums(selection, rows.slice(0, 3))).toBeUndefined()
  })
})
