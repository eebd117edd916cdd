import type { Screen } from '../app/navigation'
import type { Command } from './command'
import { belongsToTyping, isMac, isSingleKey, matches, parseKeys, type Stroke } from './keys'
import { commandsOn, isEnabled } from './registry'

/** How long the second key of a sequence (G, then I) may take, in milliseconds. */
const sequenceMs = 1500

interface KeyboardOptions {
  screen(): Screen
  singleKeyShortcuts(): boolean
  now(): number
  mac?: boolean
}

const overlays = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]'
const textInputs = new Set(['text', 'search', 'email', 'url', 'password', 'number', 'tel', 'date'])

/** Whether what has focus takes typed characters. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return textInputs.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

/**
 * Listens to the whole page and runs the command a key belongs to. Keys a component has handled
 * (`preventDefault`) are left alone, and nothing runs behind an open dialog or menu.
 * @returns its own undo
 */
export function listenToKeys(page: Window, options: KeyboardOptions): () => void {
  const mac = options.mac ?? isMac()
  let begun: { strokes: readonly Stroke[]; at: number } | null = null

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (isInOverlay(target)) return
    const typing = isTyping(event.target)
    const candidates = commandsOn(options.screen()).filter(command => isReachable(command, target))
    const recent = begun && options.now() - begun.at < sequenceMs ? begun.strokes : []
    begun = null

    for (const command of candidates) {
      for (const keys of command.keys ?? []) {
        const strokes = parseKeys(keys)
        const position = strokes.length > 1 && recent.length > 0 && sameStroke(strokes[0], recent[0]) ? 1 : 0
        const stroke = strokes[position]
        if (!stroke || !matches(stroke, event, mac)) continue
        if (typing && !worksWhileTyping(command, stroke)) continue
        if (isSingleKey(stroke) && !options.singleKeyShortcuts()) continue
        if (position < strokes.length - 1) {
          begun = { strokes: strokes.slice(0, position + 1), at: options.now() }
          continue
        }
        if (recent.length > 0 && position === 0 && isSecondOfSequence(candidates, recent, event, mac)) continue
        if (!command.run || !isEnabled(command)) continue
        event.preventDefault()
        begun = null
        void command.run()
        return
      }
    }
  }

  page.addEventListener('keydown', onKeyDown)
  return () => page.removeEventListener('keydown', onKeyDown)
}

/** A list that is part of a screen is no overlay; the one that a picker opens lies outside the screen. */
function isInOverlay(target: Element | null): boolean {
  const overlay = target?.closest(overlays)
  return overlay != null && !overlay.matches('main [role="listbox"]')
}

function isReachable(command: Command, target: Element | null): boolean {
  return command.pane === undefined || target?.closest(`[data-pane="${command.pane}"]`) != null
}

function worksWhileTyping(command: Command, stroke: Stroke): boolean {
  return command.whileTyping ?? !belongsToTyping(stroke)
}

function sameStroke(left: Stroke | undefined, right: Stroke | undefined): boolean {
  return left?.key === right?.key && left?.mod === right?.mod && left?.alt === right?.alt
}

/** After G, the key I belongs to "G I" even where I alone means something. */
function isSecondOfSequence(
  commands: readonly Command[],
  begun: readonly Stroke[],
  event: KeyboardEvent,
  mac: boolean,
) {
  return commands.some(command =>
    (command.keys ?? []).some(keys => {
      const [first, second] = parseKeys(keys)
      return second !== undefined && sameStroke(first, begun[0]) && matches(second, event, mac)
    }),
  )
}
