import { keyCaps } from '../commands/keys'

/** Key caps of a shortcut as written in a command, e.g. `Mod+Enter`. Drawn only: screen readers get `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className="kbds" aria-hidden="true">
      {keyCaps(keys).map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  )
}
