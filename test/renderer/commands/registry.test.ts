import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/renderer/src/commands/command'
import { parseKeys } from '../../../src/renderer/src/commands/keys'
import { allCommands, commandsOn, registerCommands } from '../../../src/renderer/src/commands/registry'
import { isMessageKey } from '../../../src/renderer/src/i18n/messages'
import type { Screen } from '../../../src/renderer/src/app/navigation'

const screens: readonly Screen[] = ['inbox', 'review', 'vendors', 'accounts', 'sync', 'settings']

/** One spelling per key, so that "Mod+Shift+O" and "Shift+Mod+O" count as the same. */
function spelling(keys: string): string {
  return JSON.stringify(parseKeys(keys))
}

/** Two commands share a place when focus can be where both are listening. */
function canMeet(one: Command, other: Command): boolean {
  return one.pane === undefined || other.pane === undefined || one.pane === other.pane
}

describe('the registry of commands', () => {
  test.each(screens)('on %s a key has one meaning', screen => {
    const commands = commandsOn(screen)
    const clashes = commands.flatMap((one, index) =>
      commands.slice(index + 1).flatMap(other => {
        const shared = (one.keys ?? []).filter(keys => (other.keys ?? []).some(k => spelling(k) === spelling(keys)))
        // A pane may give a key a meaning of its own; two general meanings may not meet.
        const isGeneral = one.pane === undefined && other.pane === undefined
        const isSamePane = one.pane !== undefined && one.pane === other.pane
        return canMeet(one, other) && (isGeneral || isSamePane) ? shared.map(k => `${k}: ${one.id}, ${other.id}`) : []
      }),
    )
    expect(clashes).toEqual([])
  })

  test('every command has its name in the languages and an id of its own', () => {
    const commands = allCommands()
    expect(commands.filter(command => !isMessageKey(command.label))).toEqual([])
    expect(new Set(commands.map(command => command.id)).size).toBe(commands.length)
  })

  test('an id cannot be taken twice', () => {
    const [first] = allCommands()
    if (!first) throw new Error('no commands')
    expect(() => registerCommands([{ ...first }])).toThrow(/twice/)
  })
})
