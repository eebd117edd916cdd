import { LedgerProbe } from '../../shared/ledger'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'

/** What was found out about the server of one organization; null before it was asked. */
export function readProbe(reader: Reader, organization: string): LedgerProbe | null {
  return readSetting(reader, keyOf(organization), LedgerProbe) ?? null
}

export function keepProbe(tx: Tx, organization: string, probe: LedgerProbe): void {
  writeSetting(tx, keyOf(organization), probe)
}

function keyOf(organization: string): string {
  return `ledger.probe.${organization}`
}
