import type { RefObject } from 'react'
import { Popover } from 'react-aria-components'
import { useText } from '../../i18n/t'
import type { VendorOffer } from './use-vendor-offer'

interface VendorOfferListProps {
  readonly id: string
  readonly offer: VendorOffer
  /** The input the list hangs below; it keeps the focus. */
  readonly anchor: RefObject<HTMLInputElement | null>
}

/** Id of an offered vendor's row, for `aria-activedescendant`. */
export const offeredRowId = (listId: string, vendorId: string): string => `${listId}-${vendorId}`

/** Known vendors below the vendor's field while somebody types in it. */
export function VendorOfferList({ id, offer, anchor }: VendorOfferListProps) {
  const { t } = useText()
  return (
    <Popover
      className="popover rv-vendor-offer"
      triggerRef={anchor}
      isOpen={offer.vendors.length > 0}
      isNonModal
      placement="bottom start"
    >
      <div id={id} role="listbox" aria-label={t('review.vendor.offer')} className="menu">
        {offer.vendors.map(vendor => (
          <div
            key={vendor.id}
            id={offeredRowId(id, vendor.id)}
            role="option"
            aria-selected={vendor === offer.marked}
            className={vendor === offer.marked ? 'menu-item on' : 'menu-item'}
            onPointerDown={event => {
              // The field keeps the focus: losing it would save what was typed so far.
              event.preventDefault()
              offer.choose(vendor)
            }}
          >
            <span className="menu-label">{vendor.name}</span>
            <span className="rv-candidate-origin num">{vendor.taxId}</span>
          </div>
        ))}
      </div>
    </Popover>
  )
}
