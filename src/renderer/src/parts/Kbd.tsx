import {
  ArrowBigUp,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Command,
  CornerDownLeft,
  Delete,
  Option,
  type LucideIcon,
} from 'lucide-react'
import { Fragment } from 'react'
import { keyCaps } from '../commands/keys'
import type { MessageKey } from '../i18n/messages'
import { useText } from '../i18n/t'

interface KbdProps {
  readonly keys: string
  /** One cap for all, for buttons. */
  readonly isJoined?: boolean
}

// Few fonts of a bare system hold these signs, so they are drawn.
const signs: Readonly<Record<string, LucideIcon>> = {
  '⏎': CornerDownLeft,
  '⌫': Delete,
  '⇧': ArrowBigUp,
  '⌘': Command,
  '⌥': Option,
  '↑': ArrowUp,
  '↓': ArrowDown,
  '←': ArrowLeft,
  '→': ArrowRight,
}

/** Key caps of a shortcut as written in a command, e.g. `Mod+Enter`. Drawn only: screen readers get `aria-keyshortcuts`. */
export function Kbd({ keys, isJoined = false }: KbdProps) {
  const caps = isJoined ? [keyCaps(keys)] : keyCaps(keys).map(cap => [cap])
  return (
    <span className="kbds" aria-hidden="true">
      {caps.map((strokes, index) => (
        <kbd key={index}>
          {strokes.map((stroke, place) => (
            <Fragment key={place}>
              {place > 0 && ' '}
              <Cap text={stroke} />
            </Fragment>
          ))}
        </kbd>
      ))}
    </span>
  )
}

// Written on the keys themselves, in the language of the keyboard's owner.
const words: Readonly<Record<string, MessageKey>> = {
  Space: 'key.space',
  Del: 'key.delete',
  PgDn: 'key.pageDown',
  PgUp: 'key.pageUp',
}

function Cap({ text }: { readonly text: string }) {
  const { t } = useText()
  const Sign = signs[text]
  const word = words[text]
  if (word) return t(word)
  return Sign ? <Sign className="key-sign" size={11} strokeWidth={2.2} /> : text
}
