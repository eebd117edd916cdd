import type { Screen } from '../app/navigation'
import type { Command } from './command'

const commands = new Map<string, Command>()

/**
 * Makes commands known. Each screen calls this once, when its module is loaded, with a constant list:
 * `registerCommands(inboxCommands)`. main.tsx imports every such list.
 * @throws RangeError when another command has that id
 */
export function registerCommands(list: readonly Command[]): void {
  for (const command of list) {
    const known = commands.get(command.id)
    if (known && known !== command) throw new RangeError(`command registered twice: ${command.id}`)
    commands.set(command.id, command)
  }
}

/** Every command known, in the order of registration. */
export function allCommands(): readonly Command[] {
  return [...commands.values()]
}

/** Commands that work on a screen: its own first, then those that work anywhere. */
export function commandsOn(screen: Screen): readonly Command[] {
  const all = allCommands()
  return [...all.filter(command => command.where === screen), ...all.filter(command => command.where === 'anywhere')]
}

/** For a button's key hint. @returns undefined for an unknown id */
export function commandById(id: string): Command | undefined {
  return commands.get(id)
}

export function isEnabled(command: Command): boolean {
  return command.isEnabled?.() ?? true
}
