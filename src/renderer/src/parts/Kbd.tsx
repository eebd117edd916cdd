import { keyCaps } from '../commands/keys'

interface KbdProps {
  readonly keys: string
  /** One cap for all, for buttons. */
  readonly isJoined?: boolean
}

/** Key caps of a shortcut as written in a command, e.g. `Mod+Enter`. Drawn only: screen readers get `aria-keyshortcuts`. */
export function Kbd({ keys, isJoined = false }: KbdProps) {
  const caps = isJoined ? [keyCaps(keys).join(' ')] : keyCaps(keys)
  return (
    <span className="kbds" aria-hidden="true">
      {caps.map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  )
}
