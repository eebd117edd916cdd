import type { LucideIcon } from 'lucide-react'
import type { Screen } from '../app/navigation'
import type { MessageKey } from '../i18n/messages'

/** Heading under which the help sheet and the palette list a command. */
export type CommandGroup =
  'places' | 'anywhere' | 'list' | 'coding' | 'selection' | 'fields' | 'issues' | 'lines' | 'document' | 'invoice'

/**
 * Something the accountant can do. Buttons' key hints, the palette, the `?` sheet and the keyboard are all drawn
 * from these objects, so that a key is written down once.
 */
export interface Command {
  /** `noun.verb`, unique. */
  readonly id: string
  readonly label: MessageKey
  readonly group: CommandGroup
  /** Screen on which it works. */
  readonly where: 'anywhere' | Screen
  /**
   * Works only while focus is inside the element with this `data-pane`, so that panes of one screen may give a key
   * different meanings (arrows in lines, arrows in the document).
   */
  readonly pane?: string
  /**
   * Keys, first one shown. Written `Mod+Enter` (Mod: Ctrl, on a Mac Cmd), `Shift+F6`, `Alt+ArrowDown`, `G I` (one
   * after the other), `?`, `/`, `A`, `Ctrl+.` is `Mod+.`.
   */
  readonly keys?: readonly string[]
  /**
   * Whether the keys also work while typing. Left out: yes with Mod, Alt or a function key, no for plain keys.
   * Text fields keep their own Mod+A and Mod+Z with `false`.
   */
  readonly whileTyping?: boolean
  readonly icon?: LucideIcon
  /** Means nothing where one person works alone: the help sheet leaves it out there. */
  readonly isForTeams?: true
  /** Left out: always. */
  isEnabled?(): boolean
  /** Left out when a component handles the keys itself (arrows in a grid); the command is then only listed. */
  run?(): void | Promise<void>
}
