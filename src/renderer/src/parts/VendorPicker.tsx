import { useState } from 'react'
import type { VendorId } from '../../../shared/ids'
import type { VendorView } from '../../../shared/vendor'
import { useText } from '../i18n/t'
import { useVendorChoices } from '../inbox/vendor-choices'
import { CodeAndName, Picker } from './Picker'

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
    <Picker<VendorView>
      label={label}
      placeholder={t('rules.vendor.search')}
      none={t('rules.vendor.none')}
      options={found}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      chosenId={null}
      typed={typed}
      onType={setTyped}
      onChoose={vendor => {
        onChoose(vendor)
        setTyped('')
      }}
      onBlur={() => setTyped('')}
      opensOn="focus"
      autoFocus={autoFocus}
    >
      {({ name }) => <CodeAndName code={null} name={name} />}
    </Picker>
  )
}
