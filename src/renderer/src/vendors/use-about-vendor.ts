import { useEffect, useState } from 'react'
import type { VendorId } from '../../../shared/ids'
import type { Reply } from '../../../shared/result'
import { engine } from '../engine-client'

/**
 * What the engine says about a vendor, asked for again whenever the vendor or one of its documents changes.
 *
 * @param ask stays the same function from one drawing to the next
 * @returns null until it has answered
 */
export function useAboutVendor<T>(ask: (vendorId: VendorId) => Promise<Reply<T>>, vendorId: VendorId): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  useEffect(() => {
    let isShown = true
    const load = async () => {
      const reply = await ask(vendorId)
      if (isShown && reply.ok) setAnswer(reply.value)
    }
    void load()
    const stop = engine.on('vendor.changed', changed => {
      if (changed.vendorId === vendorId) void load()
    })
    return () => {
      isShown = false
      stop()
    }
  }, [ask, vendorId])
  return answer
}
