import { useEffect, useState } from 'react'
import type { VendorView } from '../../../shared/vendor'
import type { VendorId } from '../../../shared/ids'
import { engine } from '../engine-client'

/**
 * Vendors for a menu, by what is typed into its search field.
 *
 * @param search null while nobody is looking for any: the engine is not asked
 */
export function useVendorChoices(search: string | null): readonly VendorView[] {
  const [vendors, setVendors] = useState<readonly VendorView[]>([])
  useEffect(() => {
    let isCurrent = true
    if (search !== null)
      void engine.call('vendor.list', { search, limit: 30 }).then(reply => {
        if (isCurrent && reply.ok) setVendors(reply.value.vendors)
      })
    return () => {
      isCurrent = false
    }
  }, [search])
  return vendors
}

/** Name of one vendor; an ellipsis until the engine has answered. */
export function useVendorName(vendorId: VendorId | null): string {
  const [vendor, setVendor] = useState<VendorView | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (vendorId !== null)
      void engine.call('vendor.get', { vendorId }).then(reply => {
        if (isCurrent && reply.ok) setVendor(reply.value)
      })
    return () => {
      isCurrent = false
    }
  }, [vendorId])
  return vendor !== null && vendor.id === vendorId ? vendor.name : '…'
}
