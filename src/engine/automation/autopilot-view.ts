import { inArray } from 'drizzle-orm'
import type { AutopilotView } from '../../shared/automation'
import { vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { readAutopilot } from './autopilot'
import { bars, decidedInvoices, doubtfulVendors, pointsOf } from './autopilot-history'
import { firingCounts } from './rules-store'

/** The dial with what each of its positions would have meant for the invoices persons decided. */
export async function autopilotView(reader: Reader): Promise<AutopilotView> {
  const { mode, bar, exceptVendorIds, version } = readAutopilot(reader)
  const decided = await decidedInvoices(reader)
  const except = new Set(exceptVendorIds)
  const exceptions = reader
    .select({ vendorId: vendors.id, name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, exceptVendorIds))
    .all()
  const { acted, shadowed, undone } = firingCounts(reader, 'autopilot')
  return {
    ...{ mode, bar, exceptVendorIds, version, exceptions },
    decided: decided.length,
    points: pointsOf(decided, except, bars),
    doubtfulVendors: doubtfulVendors(decided, bar, except),
    ...{ acted, shadowed, undone },
  }
}
