import type { Settings } from '../../shared/settings'

/** Preferences that say how the app works and nothing of whose company it is. */
const told = [
  'language',
  'theme',
  'formatLocale',
  'density',
  'singleKeyShortcuts',
  'country',
  'homeCurrency',
  'chart',
  'roundingTolerance',
  'differenceLimit',
  'archiveAfterDays',
  'checkBar',
  'codingBars',
  'ocrLanguages',
  'ledgerSyncMinutes',
  'ledgerCreatesAccounts',
  'ledgerChecksDrafts',
  'keepJobsDays',
  'outsideModel',
  'metrics',
  'notifications',
  'backups',
  'lockAfterMinutes',
] as const satisfies readonly (keyof Settings)[]

export function toldSettings(settings: Settings): Pick<Settings, (typeof told)[number]> {
  return Object.fromEntries(told.map(key => [key, settings[key]])) as Pick<Settings, (typeof told)[number]>
}
