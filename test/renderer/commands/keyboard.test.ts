import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from '../../../src/renderer/src/commands/command'
import { listenToKeys } from '../../../src/renderer/src/commands/keyboard'
import { keyCaps } from '../../../src/renderer/src/commands/keys'
import { registerCommands } from '../../../src/renderer/src/commands/registry'

const ran = vi.fn<(id: string) => void>()
const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
  id,
  label: 'command.search',
  group: 'anywhere',
  where: 'settings',
  keys: [keys],
  run: () => ran(id),
  ...more,
})

registerCommands([
  command('test.plain', 'J'),
  command('test.sequence', 'Q J'),
  command('test.mod', 'Mod+J'),
  command('test.text', 'Mod+Y', { whileTyping: false }),
  command('test.function', 'F8'),
  command('test.disabled', 'W', { isEnabled: () => false }),
  command('test.pane', 'P', { pane: 'document' }),
])

let now = 0
let singleKeys = true
let undo: () => void

beforeEach(() => {
  ran.mockClear()
  now = 0
  singleKeys = true
  undo = listenToKeys(window, {
    screen: () => 'settings',
    singleKeyShortcuts: () => singleKeys,
    now: () => now,
    mac: false,
  })
  document.body.innerHTML =
    '<input id="field"><button id="button"></button><div data-pane="document"><button id="inside"></button></div><div role="dialog"><button id="over"></button></div><div role="listbox"><button id="picked"></button></div><main><div role="listbox"><button id="row"></button></div></main>'
})
afterEach(() => {
  undo()
  document.body.innerHTML = ''
})

function press(key: string, init: KeyboardEventInit = {}, id = 'button'): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.getElementById(id)?.dispatchEvent(event)
  return event
}

describe('keys', () => {
  test('a plain letter acts on the screen and stays quiet while somebody types', () => {
    press('j')
    press('j', {}, 'field')
    expect(ran.mock.calls).toEqual([['test.plain']])
  })

  test('plain letters can be switched off; keys with Ctrl stay', () => {
    singleKeys = false
    press('j')
    press('j', { ctrlKey: true })
    expect(ran.mock.calls).toEqual([['test.mod']])
  })

  test('keys with Ctrl and function keys act while typing, unless the text needs them itself', () => {
    press('j', { ctrlKey: true }, 'field')
    press('F8', {}, 'field')
    press('y', { ctrlKey: true }, 'field')
    expect(ran.mock.calls).toEqual([['test.mod'], ['test.function']])
  })

  test('two keys one after the other mean something else than the second one alone', () => {
    press('q')
    press('j')
    expect(ran.mock.calls).toEqual([['test.sequence']])
  })

  test('the second key of a sequence must come soon', () => {
    press('q')
    now = 5000
    press('j')
    expect(ran.mock.calls).toEqual([['test.plain']])
  })

  test('a list that is part of the screen lets keys through, the list of an open picker keeps them', () => {
    press('j', {}, 'picked')
    expect(ran).not.toHaveBeenCalled()
    press('j', {}, 'row')
    expect(ran).toHaveBeenCalledExactlyOnceWith('test.plain')
  })

  test('nothing acts behind an open dialog', () => {
    press('j', {}, 'over')
    expect(ran).not.toHaveBeenCalled()
  })

  test('a disabled command leaves its key alone', () => {
    expect(press('w').defaultPrevented).toBe(false)
  })

  test('the key of a pane acts only inside it', () => {
    press('p')
    expect(ran).not.toHaveBeenCalled()
    press('p', {}, 'inside')
    expect(ran.mock.calls).toEqual([['test.pane']])
  })

  test('key caps follow the system', () => {
    expect(keyCaps('Mod+Shift+Enter', false)).toEqual(['Ctrl', '⇧', '⏎'])
    expect(keyCaps('Mod+K', true)).toEqual(['⌘', 'K'])
    expect(keyCaps('G I', false)).toEqual(['G', 'I'])
  })
})
