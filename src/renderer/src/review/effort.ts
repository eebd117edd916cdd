import { useEffect } from 'react'
import type { DocumentId } from '../../../shared/ids'
import { engine, type Client } from '../engine-client'

/** A person who does nothing for longer is doing something else; only this much of a pause counts. In milliseconds. */
const longestPauseMs = 30_000

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta'])

/** What handling one document takes, counted while it is open. */
export interface EffortMeter {
  /** The person did something: a key, a move of the mouse. */
  act(at: number): void
  press(key: string, isRepeat: boolean, at: number): void
  /** @returns what was counted up to now */
  total(at: number): { keystrokes: number; ms: number }
}

/** @param startedAt milliseconds of a clock that never goes back, as all other instants here */
export function effortMeter(startedAt: number): EffortMeter {
  let keystrokes = 0
  let ms = 0
  let lastAt = startedAt
  const act = (at: number) => {
    ms += Math.min(longestPauseMs, Math.max(0, at - lastAt))
    lastAt = at
  }
  return {
    act,
    press(key, isRepeat, at) {
      act(at)
      if (!isRepeat && !modifiers.has(key)) keystrokes += 1
    },
    total(at) {
      act(at)
      return { keystrokes, ms: Math.round(ms) }
    },
  }
}

/** Counts keys and time while a document is open, and tells the engine when it is left: by a decision, or to come back. */
export function useEffort(documentId: DocumentId | null, client: Client = engine): void {
  useEffect(() => {
    if (documentId === null) return
    const meter = effortMeter(performance.now())
    const onKey = (event: KeyboardEvent) => meter.press(event.key, event.repeat, performance.now())
    const onAct = () => meter.act(performance.now())
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('pointermove', onAct, { capture: true, passive: true })
    window.addEventListener('pointerdown', onAct, { capture: true, passive: true })
    window.addEventListener('wheel', onAct, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('pointermove', onAct, true)
      window.removeEventListener('pointerdown', onAct, true)
      window.removeEventListener('wheel', onAct, true)
      void client.call('effort.record', { documentId, ...meter.total(performance.now()) })
    }
  }, [documentId, client])
}
