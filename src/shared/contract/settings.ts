import { z } from 'zod'
import { ProgressView } from '../document-counts'
import { Settings, SettingsPatch } from '../settings'
import { nothing } from './parts'

/** Preferences, and the queue's switch. */
export const settingsCalls = {
  'settings.get': { input: nothing, output: Settings },
  'settings.set': { input: z.object({ patch: SettingsPatch }), output: Settings },
  'queue.pause': { input: z.object({ paused: z.boolean() }), output: ProgressView },
}
