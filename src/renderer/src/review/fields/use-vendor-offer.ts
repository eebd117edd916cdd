import { useState, type KeyboardEvent } from 'react'
import { isUnsettled } from '../../../../shared/issue'
import type { VendorId } from '../../../../shared/ids'
import type { VendorView } from '../../../../shared/vendor'
import { useVendorChoices } from '../../inbox/vendor-choices'
import { useReview } from '../state/review-store'

export interface VendorOffer {
  readonly vendors: readonly VendorView[]
  /** The one Enter chooses. Nobody until an arrow key marks one: a name typed to its end stays what was typed. */
  readonly marked: VendorView | undefined
  choose(vendor: VendorView): void
  /** @returns whether the key was meant for the list */
  onKeyDown(event: KeyboardEvent): boolean
}

const shownAtOnce = 7

/**
 * Known vendors that fit what is typed into the vendor's field. Where it is asked who the vendor is, the choice is the
 * answer; elsewhere it writes the vendor's name.
 *
 * @param typed null while nothing is being typed: nobody is offered
 */
export function useVendorOffer(typed: string | null): VendorOffer {
  const wanted = typed?.trim() ?? ''
  const found = useVendorChoices(wanted === '' ? null : wanted)
  const vendors = wanted === '' ? [] : found.slice(0, shownAtOnce)
  const [markedId, mark] = useState<VendorId | null>(null)
  const marked = vendors.find(({ id }) => id === markedId)

  return {
    vendors,
    marked,
    choose(vendor) {
      mark(null)
      chooseVendor(vendor)
    },
    onKeyDown(event) {
      if (vendors.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return false
      if (event.key === 'Enter' && marked) {
        mark(null)
        chooseVendor(marked)
        return true
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
      const at = marked ? vendors.indexOf(marked) : -1
      const next = event.key === 'ArrowDown' ? at + 1 : (at === -1 ? vendors.length : at) - 1
      mark(vendors[(next + vendors.length) % vendors.length]?.id ?? null)
      return true
    },
  }
}

function chooseVendor({ id, name }: VendorView): void {
  const { view, documentId, clearDraft, applyFix, setField } = useReview.getState()
  if (!view || documentId === null) return
  clearDraft(documentId, 'seller.name')
  const asked = view.issues.find(
    ({ key, state }) => (key === 'vendor_no_match' || key === 'vendor_similar') && isUnsettled(state),
  )
  if (asked) void applyFix(asked, { type: 'choose_vendor', vendorId: id })
  else void setField('seller.name', name, name)
}
