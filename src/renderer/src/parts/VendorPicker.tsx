import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { VendorId } from '../../../shared/ids'
import type { VendorView } from '../../../shared/vendor'
import { useText } from '../i18n/t'
import { useVendorChoices } from '../inbox/vendor-choices'

interface VendorPickerProps {
  readonly label: string
  readonly autoFocus?: boolean
  /** A vendor that is no choice here. */
  readonly except?: VendorId | null
  /** Hears of each vendor chosen; the field is empty again afterwards, ready for another. */
  onChoose(vendor: VendorView): void
}

/** Finds a vendor by name. The engine does the searching. */
export function VendorPicker({ label, autoFocus = false, except = null, onChoose }: VendorPickerProps) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const found = useVendorChoices(typed).filter(({ id }) => id !== except)
  return (
    <ComboBox
      className="field"
      autoFocus={autoFocus}
      items={found}
      inputValue={typed}
      value={null}
      onInputChange={setTyped}
      onChange={id => {
        const vendor = found.find(one => one.id === id)
        if (!vendor) return
        onChoose(vendor)
        setTyped('')
      }}
      onBlur={() => setTyped('')}
      defaultFilter={() => true}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <div className="combo">
        <Input className="input" placeholder={t('rules.vendor.search')} />
        <Button className="icon-btn combo-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover combo-popover">
        <ListBox<VendorView>
          className="menu"
          renderEmptyState={() => <p className="menu-empty">{t('rules.vendor.none')}</p>}
        >
          {vendor => (
            <ListBoxItem id={vendor.id} textValue={vendor.name} className="menu-item">
              <span className="menu-label">{vendor.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
