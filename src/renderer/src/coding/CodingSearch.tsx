import { Search, X } from 'lucide-react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { codingSearchId } from '../app/search'
import { useText } from '../i18n/t'

interface CodingSearchProps {
  readonly label: string
  readonly value: string
  onChange(text: string): void
  readonly autoFocus?: boolean
}

/** The search field of a view of the Accounts screen; "/" puts the keys into it. */
export function CodingSearch({ label, value, onChange, autoFocus = false }: CodingSearchProps) {
  const { t } = useText()
  return (
    <SearchField
      className="search coding-search"
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    >
      <Search aria-hidden="true" />
      <Input id={codingSearchId} placeholder={label} />
      <AriaButton className="icon-btn search-clear" aria-label={t('search.clear')}>
        <X aria-hidden="true" />
      </AriaButton>
    </SearchField>
  )
}
