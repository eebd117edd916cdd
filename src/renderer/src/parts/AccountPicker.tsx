import { ChevronDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { AccountView } from '../../../shared/account'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'

interface AccountPickerProps {
  readonly label: string
  /** Code of the account chosen now. */
  readonly value: string | null
  onChange(account: AccountView): void
  readonly hint?: string
  readonly autoFocus?: boolean
  /** Hides the label from sight, for cells of a table. */
  readonly isLabelHidden?: boolean
}

/** Finds an account of the chart by code or words, accents or not. The engine does the searching. */
export function AccountPicker({
  label,
  value,
  onChange,
  hint,
  autoFocus = false,
  isLabelHidden = false,
}: AccountPickerProps) {
  const { t, language } = useText()
  const shown = useAccountName(value, language)
  const [typed, setTyped] = useState<string | null>(null)
  const found = useAccountSearch(typed)

  return (
    <ComboBox
      className="field"
      items={found}
      inputValue={typed ?? shown}
      onInputChange={setTyped}
      onSelectionChange={code => {
        const account = found.find(one => one.code === code)
        if (!account) return
        setTyped(null)
        onChange(account)
      }}
      onOpenChange={open => open && setTyped(current => current ?? '')}
      onBlur={() => setTyped(null)}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
      autoFocus={autoFocus}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <div className="combo">
        <Input className="input" placeholder={t('account.search')} />
        <Button className="icon-btn combo-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <Popover className="popover combo-popover">
        <ListBox<AccountView>
          className="menu"
          renderEmptyState={() => <p className="menu-empty">{t('account.none')}</p>}
        >
          {account => (
            <ListBoxItem
              id={account.code}
              textValue={`${account.code} ${account.name[language]}`}
              className="menu-item"
            >
              <span className="account-code num">{account.code}</span>
              <span className="menu-label">{account.name[language]}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** "601.72 Fletes y acarreos" for a code; the code alone until the engine has answered. */
function useAccountName(code: string | null, language: 'en' | 'es'): string {
  const [account, setAccount] = useState<AccountView | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (code !== null && code !== '')
      void engine.call('account.get', { code }).then(reply => isCurrent && setAccount(reply.ok ? reply.value : null))
    return () => {
      isCurrent = false
    }
  }, [code])
  if (code === null || code === '') return ''
  return account?.code === code ? `${code} ${account.name[language]}` : code
}

function useAccountSearch(query: string | null): AccountView[] {
  const [accounts, setAccounts] = useState<AccountView[]>([])
  useEffect(() => {
    let isCurrent = true
    if (query !== null)
      void engine.call('account.search', { query }).then(reply => {
        if (isCurrent && reply.ok) setAccounts([...reply.value.accounts])
      })
    return () => {
      isCurrent = false
    }
  }, [query])
  return accounts
}
