import { useState } from 'react'
import { useText } from '../i18n/t'
import { CodeAndName, Picker } from '../parts/Picker'

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
    <Picker<Theirs>
      label={label}
      isLabelHidden
      placeholder={otherwise}
      none={t('mapping.noneFound')}
      options={found}
      idOf={({ id }) => id}
      nameOf={wordsOf}
      typed={typed ?? (chosen ? wordsOf(chosen) : '')}
      onType={setTyped}
      onChoose={({ id }) => {
        setTyped(null)
        onChoose(id)
      }}
      onBlur={() => setTyped(null)}
      onOpenChange={isOpen => isOpen && setTyped(current => current ?? '')}
    >
      {({ mark, name }) => <CodeAndName code={mark} name={name} />}
    </Picker>
  )
}

export function wordsOf({ mark, name }: Theirs): string {
  return mark === null ? name : `${mark} ${name}`
}

/** Case and accents do not matter. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
