import { ArrowDown, ArrowUp, History, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { moveByKeys } from './move-by-keys'
import { useRules } from './rules-slice'
import { WordingsDialog, type AskWordings, type Wording } from './WordingsDialog'

interface WordedRowProps<W extends Wording> {
  readonly kind: 'rule' | 'policy'
  readonly row: { readonly id: string; readonly name: string; readonly version: number }
  /** From 1. */
  readonly place: number
  readonly mode: string
  /** What it says, and what it did. */
  readonly children: ReactNode
  /** Switches it on and off. */
  readonly control: ReactNode
  readonly askWordings: AskWordings<W>
  /** What an earlier wording said, and what it did. */
  readonly wording: (wording: W) => ReactNode
  /** Opens the editor, with an earlier wording to start from where one is given. */
  onEdit(wording?: W): void
}

/** A rule or an approval policy in its list: its place in the order, what it says, and what can be done with it. */
export function WordedRow<W extends Wording>({
  kind,
  row,
  place,
  mode,
  children,
  control,
  ...rest
}: WordedRowProps<W>) {
  const { t, number } = useText()
  const { id, name, version } = row
  const { move, remove } = useRules.getState()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const reuse = (wording: W) => {
    setHistoryOpen(false)
    rest.onEdit(wording)
  }
  return (
    <li
      className="rule-row"
      data-mode={mode}
      onKeyDown={event => moveByKeys(event, direction => void move(kind, id, direction))}
    >
      <span className="rule-place num">{number(place)}</span>
      <div className="rule-text">
        <p className="rule-name">
          {name} <span className="muted num">{t('rules.version', { version })}</span>
        </p>
        {children}
      </div>
      {control}
      <div className="rule-tools" role="group" aria-label={t('rules.tools', { name })}>
        <IconButton
          label={t('rules.up', { name })}
          keys="Alt+ArrowUp"
          icon={ArrowUp}
          onPress={() => void move(kind, id, 'up')}
        />
        <IconButton
          label={t('rules.down', { name })}
          keys="Alt+ArrowDown"
          icon={ArrowDown}
          onPress={() => void move(kind, id, 'down')}
        />
        <IconButton label={t('rules.edit', { name })} icon={Pencil} onPress={() => rest.onEdit()} />
        <IconButton label={t('rules.history', { name })} icon={History} onPress={() => setHistoryOpen(true)} />
        <IconButton label={t('rules.remove', { name })} icon={Trash2} onPress={() => void remove(kind, id)} />
      </div>
      {isHistoryOpen && (
        <WordingsDialog
          title={t('rules.history', { name })}
          ask={rest.askWordings}
          onClose={() => setHistoryOpen(false)}
        >
          {wording => (
            <>
              {rest.wording(wording)}
              {wording.version !== version && (
                <Button tone="ghost" className="in-line" onPress={() => reuse(wording)}>
                  {t('rules.wordings.again')}
                </Button>
              )}
            </>
          )}
        </WordingsDialog>
      )}
    </li>
  )
}
