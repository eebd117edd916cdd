import { z } from 'zod'
import { ProgressView } from '../document-counts'
import { Settings, SettingsPatch } from '../settings'
import { nothing } from './parts'

/** Preferences, and the queue's switch. */
export const settingsCalls = {
  'settings.get': { input: nothing, output: Settings },
  'settings.set': { input: z.object({ patch: SettingsPatch }), output: Settings },
  /** The system's language, before anybody chose one; once somebody has, nothing changes. */
  'settings.begin': { input: Settings.pick({ language: true, formatLocale: true }), output: Settings },
  'queue.pause': { input: z.object({ paused: z.boolean() }), output: ProgressView },
}
