import type { FaultKind } from '../../ledger-stand-in/faults'
import { approve, stationery } from './books'
import { openDesk } from './ledger-desk'
import { judge } from './once'

const kinds: readonly FaultKind[] = ['server_error_before', 'bad_gateway_before', 'unavailable_before', 'drop_before']
const minute = 60_000

/** Ten minutes in which nothing works, then everything: how often each document was tried until the end of it. */
export async function measureOutage(): Promise<{ kind: FaultKind; tries: number; isKept: boolean }[]> {
  const measured = []
  for (const kind of kinds) {
    const desk = await openDesk()
    desk.clock.now += 10 * minute
    const documentIds = ['O-1', 'O-2', 'O-3'].map(number => approve(desk.store, stationery(number), desk.clock.now))
    // Vendor, account and item are known already, so that trouble meets the bill itself.
    for (const pattern of ['/api/bills', '/api/vendors', '/api/organization/current']) {
      for (const method of ['GET', 'POST']) desk.standIn.faults.add({ kind, method, pattern, times: 1000 })
    }
    desk.sync().start()
    // A run stops at its first trouble, so it is at most one try of any document.
    const tries = await desk.pass(10 * minute)
    desk.standIn.faults.clear()
    await desk.pass(60 * minute)
    const { lost, doubled } = judge(desk, documentIds)
    measured.push({ kind, tries, isKept: lost + doubled === 0 })
    await desk.close()
  }
  return measured
}
