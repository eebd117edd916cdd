import { create } from 'zustand'
import type { ErrorCode } from '../../../shared/result'

interface EngineState {
  readonly state: 'running' | 'gone' | 'failed'
  readonly error: ErrorCode | null
}

/** Whether the engine answers; main announces its death and its return. */
export const useEngineState = create<EngineState>()(() => ({ state: 'running', error: null }))
