import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
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
  /** What was typed before it was there. */
  readonly initial?: string
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
  initial,
  isLabelHidden = false,
}: AccountPickerProps) {
  const { t, language } = useText()
  const shown = useAccountName(value, language)
  const [typed, setTyped] = useState<string | null>(initial ?? null)
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const words = typed === shown ? null : typed
  const { accounts, isSearching } = useAccountSearch(words ?? (isOpen ? '' : null), value, language)

  // Typing replaces the account it opened with, whose name comes after the cursor.
  useEffect(() => {
    if (autoFocus && typed === null && document.activeElement === input.current) input.current?.select()
  }, [autoFocus, typed, shown])

  return (
    <ComboBox
      className="field"
      items={accounts}
      inputValue={typed ?? shown}
      onInputChange={setTyped}
      selectedKey={value}
      onSelectionChange={code => {
        const account = accounts.find(one => one.code === code)
        if (!account) return
        setTyped(null)
        onChange(account)
      }}
      onOpenChange={setOpen}
      onBlur={() => setTyped(null)}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
      autoFocus={autoFocus}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <div className="combo">
        <Input ref={input} className="input" placeholder={t('account.search')} />
        <Button className="icon-btn combo-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <Popover className="popover combo-popover">
        <ListBox<AccountView>
          className="menu"
          // The list keeps drawn rows: in another language they are others.
          dependencies={[language]}
          renderEmptyState={() => <p className="menu-empty">{isSearching ? '…' : t('account.none')}</p>}
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

interface Found {
  readonly accounts: readonly AccountView[]
  /** The answer to what is typed now is still to come. */
  readonly isSearching: boolean
}

/**
 * Typed faster than the engine answers, an answer is one to an earlier question: of it only what still fits is offered, for
 * an Enter pressed in that moment chooses.
 */
function useAccountSearch(query: string | null, near: string | null, language: 'en' | 'es'): Found {
  const [answer, setAnswer] = useState<{ query: string; accounts: readonly AccountView[] } | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (query !== null)
      void engine.call('account.search', { query, near }).then(reply => {
        if (isCurrent && reply.ok) setAnswer({ query, accounts: reply.value.accounts })
      })
    return () => {
      isCurrent = false
    }
  }, [query, near])
  const accounts = answer?.accounts ?? []
  if (query === null || query === answer?.query) return { accounts, isSearching: false }
  const wanted = query.trim().toLowerCase()
  const fits = ({ code, name }: AccountView) => `${code} ${name[language]}`.toLowerCase().includes(wanted)
  return { accounts: accounts.filter(fits), isSearching: true }
}
