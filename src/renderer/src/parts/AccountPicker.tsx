import { useEffect, useRef, useState } from 'react'
import type { AccountView } from '../../../shared/account'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { CodeAndName, Picker } from './Picker'

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
    <Picker<AccountView>
      label={label}
      isLabelHidden={isLabelHidden}
      hint={hint}
      placeholder={t('account.search')}
      none={isSearching ? '…' : t('account.none')}
      options={accounts}
      idOf={({ code }) => code}
      nameOf={({ code, name }) => `${code} ${name[language]}`}
      chosenId={value}
      typed={typed ?? shown}
      onType={setTyped}
      onChoose={account => {
        setTyped(null)
        onChange(account)
      }}
      onBlur={() => setTyped(null)}
      onOpenChange={setOpen}
      autoFocus={autoFocus}
      input={input}
    >
      {({ code, name }) => <CodeAndName code={code} name={name[language]} />}
    </Picker>
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
