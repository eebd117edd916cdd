import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useText } from '../i18n/t'

/** One thing of the ledger that something of ours may be. */
export interface Theirs {
  readonly id: number
  readonly name: string
  /** Code of an account, tax id of a vendor. */
  readonly mark: string | null
}

interface TheirsPickerProps {
  readonly label: string
  readonly chosen: Theirs | null
  /** What stands in the empty field: what would be taken without a choice. */
  readonly otherwise: string
  readonly options: readonly Theirs[]
  onChoose(id: number): void
}

const shownAtOnce = 60

/** Finds one of the ledger's accounts or vendors by code or words; the list is only made while it is open. */
export function TheirsPicker({ label, chosen, otherwise, options, onChoose }: TheirsPickerProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = plain(typed ?? '')
  const found =
    typed === null ? [] : options.filter(option => plain(wordsOf(option)).includes(wanted)).slice(0, shownAtOnce)
  return (
    <ComboBox
      className="field"
      aria-label={label}
      items={found}
      inputValue={typed ?? (chosen ? wordsOf(chosen) : '')}
      onInputChange={setTyped}
      onSelectionChange={key => {
        const option = found.find(({ id }) => String(id) === String(key))
        if (!option) return
        setTyped(null)
        onChoose(option.id)
      }}
      onOpenChange={open => open && setTyped(current => current ?? '')}
      onBlur={() => setTyped(null)}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <div className="combo">
        <Input className="input" placeholder={otherwise} />
        <Button className="icon-btn combo-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover combo-popover">
        <ListBox<Theirs>
          className="menu"
          renderEmptyState={() => <p className="menu-empty">{t('mapping.noneFound')}</p>}
        >
          {option => (
            <ListBoxItem id={option.id} textValue={wordsOf(option)} className="menu-item">
              {option.mark !== null && <span className="account-code num">{option.mark}</span>}
              <span className="menu-label">{option.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

export function wordsOf({ mark, name }: Theirs): string {
  return mark === null ? name : `${mark} ${name}`
}

/** Case and accents do not matter. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
