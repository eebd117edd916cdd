/** Keys as written in commands: parsing, matching a keyboard event, and what is drawn on a key cap. */

export interface Stroke {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const named: Readonly<Record<string, string>> = { Space: ' ', Esc: 'Escape', Plus: '+' }

/** @returns one stroke, or several for a sequence such as `G I` */
export function parseKeys(keys: string): readonly Stroke[] {
  return keys.split(' ').map(parseStroke)
}

function parseStroke(text: string): Stroke {
  const parts = text.split('+')
  // "Mod++" and "+" name the plus key itself.
  const last = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '')
  const modifiers = new Set(parts.slice(0, -1))
  const key = named[last] ?? last
  return {
    mod: modifiers.has('Mod'),
    shift: modifiers.has('Shift'),
    alt: modifiers.has('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  }
}

/** True on a Mac, where Mod is the command key. */
export function isMac(platform: string = navigator.platform): boolean {
  return platform.startsWith('Mac')
}

/**
 * Whether a key press is this stroke. Shift counts only for letters and named keys: `?` or `+` need it on some
 * keyboards and not on others.
 */
export function matches(stroke: Stroke, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (key !== stroke.key || mod !== stroke.mod || other || press.altKey !== stroke.alt) return false
  const isSymbol = key.length === 1 && !/[a-z0-9 ]/.test(key)
  return isSymbol || press.shiftKey === stroke.shift
}

/** A key that would also write a character: it must stay quiet in text fields and can be switched off. */
export function isSingleKey(stroke: Stroke): boolean {
  return !stroke.mod && !stroke.alt && stroke.key.length === 1 && stroke.key !== ' '
}

/** A key that means something else while typing: characters, arrows, Enter, Space, Home, Delete. */
export function belongsToTyping(stroke: Stroke): boolean {
  if (stroke.mod) return false
  return !/^F\d+$/.test(stroke.key) && !stroke.alt
}

const caps: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Delete: 'Del',
  Insert: 'Ins',
  Backspace: '⌫',
}

/** Key caps to draw: `Mod+Enter` is ["Ctrl", "⏎"], on a Mac ["⌘", "⏎"]; a sequence is its strokes one after the other. */
export function keyCaps(keys: string, mac: boolean = isMac()): readonly string[] {
  return parseKeys(keys).flatMap(stroke => [
    ...(stroke.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(stroke.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(stroke.shift ? ['⇧'] : []),
    caps[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key),
  ])
}
