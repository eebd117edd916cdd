import { create, type StateCreator } from 'zustand'
import type { LockStatus } from '../../../shared/lock'
import { defaultSettings, type Settings, type SettingsPatch } from '../../../shared/settings'
import { engine, type Client } from '../engine-client'
import { useLanguage } from '../i18n/t'
import { notifyError } from '../parts/toasts'

export interface SettingsSlice {
  readonly settings: Settings
  /** False until the engine has answered once; the defaults are shown meanwhile. */
  readonly isLoaded: boolean
  load(): Promise<void>
  /** How a locked window looks: the engine says no more than that. */
  showAs(look: LockStatus['look']): void
  /** Takes the system's language, unless somebody has chosen one. */
  begin(spoken: Pick<Settings, 'language' | 'formatLocale'>): Promise<void>
  /** Saves a change; the screen shows it only once the engine has it. */
  change(patch: SettingsPatch): Promise<boolean>
}

/** Preferences as the engine holds them. The language of the screens follows them. */
export const createSettingsSlice =
  (client: Client): StateCreator<SettingsSlice> =>
  (set, get) => {
    const accept = (settings: Settings) => {
      set({ settings, isLoaded: true })
      useLanguage.getState().setLanguage(settings.language, settings.formatLocale)
    }
    return {
      settings: defaultSettings,
      isLoaded: false,
      async load() {
        const reply = await client.call('settings.get')
        if (reply.ok) accept(reply.value)
      },
      showAs(look) {
        set({ settings: { ...get().settings, ...look } })
        useLanguage.getState().setLanguage(look.language, look.formatLocale)
      },
      async begin(spoken) {
        const reply = await client.call('settings.begin', spoken)
        if (reply.ok) accept(reply.value)
      },
      async change(patch) {
        const reply = await client.call('settings.set', { patch })
        if (reply.ok) accept(reply.value)
        else notifyError(reply.error)
        return reply.ok
      },
    }
  }

export const useSettings = create<SettingsSlice>()(createSettingsSlice(engine))
