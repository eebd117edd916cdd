import { inArray } from 'drizzle-orm'
import { autopilotBars, type AutopilotHistory, type AutopilotView } from '../../shared/automation'
import type { VendorId } from '../../shared/ids'
import { vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { readAutopilot } from './autopilot'
import { doubtfulVendors, pointsOf, type DecidedInvoice } from './autopilot-history'
import { firingCounts } from './rules-store'

/** The dial, and what the autopilot did. */
export function autopilotView(reader: Reader): AutopilotView {
  const { mode, bar, exceptVendorIds, version } = readAutopilot(reader)
  const names = namesOf(reader, exceptVendorIds)
  const exceptions = exceptVendorIds.map(vendorId => ({ vendorId, name: names.get(vendorId) ?? '' }))
  const { acted, shadowed, undone } = firingCounts(reader, 'autopilot')
  return { mode, bar, exceptVendorIds, version, exceptions, acted, shadowed, undone }
}

/** What each of the dial's positions would have meant for the invoices persons decided. */
export function autopilotHistory(reader: Reader, decided: readonly DecidedInvoice[]): AutopilotHistory {
  const { bar, exceptVendorIds } = readAutopilot(reader)
  const except = new Set(exceptVendorIds)
  const doubtful = doubtfulVendors(decided, bar, except)
  const names = namesOf(
    reader,
    doubtful.map(({ vendorId }) => vendorId),
  )
  return {
    decided: decided.length,
    points: pointsOf(decided, except, autopilotBars),
    doubtfulVendors: doubtful.map(vendor => ({ ...vendor, name: names.get(vendor.vendorId) ?? '' })),
  }
}

function namesOf(reader: Reader, ids: readonly VendorId[]): ReadonlyMap<VendorId, string> {
  const { id, name } = vendors
  const rows = reader
    .select({ id, name })
    .from(vendors)
    .where(inArray(id, [...ids]))
    .all()
  return new Map(rows.map(row => [row.id, row.name]))
}
