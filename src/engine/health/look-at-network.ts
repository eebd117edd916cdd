import type { HealthFinding } from '../../shared/health'
import { createNetworkGate } from '../http/network-gate'
import { linkCounts } from '../paperless/links'
import { waitingTasks } from '../store/model-tasks'
import type { Reader } from '../store/write'
import { outboxCounts } from '../sync/outbox'

/** Work that waits behind the air gap waits for a person. */
export function lookAtNetwork(db: Reader, dataFolder: string, now: number): HealthFinding {
  const isClosed = createNetworkGate(dataFolder).isClosed()
  const { toWrite, uploading } = linkCounts(db, now)
  const waiting = outboxCounts(db).waiting + toWrite + uploading + waitingTasks(db)
  const figures = { airGap: isClosed ? 'on' : 'off', waiting }
  return { check: 'network', verdict: isClosed && waiting > 0 ? 'attention' : 'ok', figures }
}
