import { z } from 'zod'
import { defaultMetrics, MetricsSettings } from './analytics'
import { BackupSettings, defaultBackups } from './backup'
import { CompanyProfile } from './company-profile'
import { InboxColumns } from './inbox-columns'
import { defaultEscalation, Escalation } from './escalation'
import { defaultNotifications, NotificationSettings } from './notice'
import { defaultOutsideModel, OutsideModelSettings } from './outside-model'
import { defaultTelemetry, TelemetrySettings } from './telemetry'

/** Languages whose OCR data is shipped, by Tesseract's names. */
export const OcrLanguage = z.enum(['eng', 'spa', 'deu', 'fra', 'ita', 'nld', 'por'])
export type OcrLanguage = z.infer<typeof OcrLanguage>

export const ChartKey = z.enum(['sat', 'es-pgc', 'uk-small-business', 'us-generic', 'bigcapital-default', 'own'])
export type ChartKey = z.infer<typeof ChartKey>

/** Preferences kept in the store; every one has a default so that a fresh store works at once. */
export const Settings = z.object({
  /** Language of the screens. */
  language: z.enum(['en', 'es']),
  theme: z.enum(['system', 'light', 'dark']),
  /** How numbers and dates are written on screen: a BCP 47 tag. */
  formatLocale: z.string().max(35),
  density: z.enum(['normal', 'compact']),
  singleKeyShortcuts: z.boolean(),
  inboxColumns: InboxColumns,
  companyName: z.string().max(255),
  companyTaxIds: z.array(z.string().max(50)).max(50),
  country: z.string().length(2),
  homeCurrency: z.string().length(3),
  /** Chart of accounts in use: a file name in resources/charts without its ending, or the company's `own`. */
  chart: ChartKey,
  /** Largest difference, in minor units, that counts as rounding. */
  roundingTolerance: z.number().int().min(0).max(1000),
  /**
   * Largest difference, in minor units, that a person may let pass as rounding on a document, and that a vendor's
   * tolerance may grow to; the bill carries it as a line of its own. 0: none beyond `roundingTolerance`.
   */
  differenceLimit: z.number().int().min(0).max(10_000),
  /** Account of that line, and of every rounding line; null: the account of the bill's largest line. */
  differenceAccount: z.string().max(40).nullable(),
  /** Last day of the closed books, YYYY-MM-DD: no bill may be dated on it or before. Null while nothing is closed. */
  closedUntil: z.iso.date().nullable(),
  /** Days after which finished documents leave the working lists; 0 keeps them there. */
  archiveAfterDays: z.number().int().min(0).max(3650),
  /** Fields read with a probability below this are shown for a check. */
  checkBar: z.number().min(0).max(1),
  /** What coding knows about the company; null while it has not said. */
  companyProfile: CompanyProfile.nullable(),
  /** A line whose account is at least this likely at every stage goes without a look. */
  codingBars: z.object({
    family: z.number().min(0).max(1),
    subfamily: z.number().min(0).max(1),
    account: z.number().min(0).max(1),
  }),
  /** Languages pictures of pages are read in first; a document that is plainly in another shipped one is read again in it. */
  ocrLanguages: z.array(OcrLanguage).min(1).max(OcrLanguage.options.length),
  ledgerSyncMinutes: z.number().int().min(1).max(1440),
  /** Create an account in the ledger when an approved line needs one it does not have. */
  ledgerCreatesAccounts: z.boolean(),
  /** Make bills as drafts, compare the total, and only then book them. */
  ledgerChecksDrafts: z.boolean(),
  /** Days for which records of finished work are kept; what happened stays in the journal. */
  keepJobsDays: z.number().int().min(1).max(3650),
  outsideModel: OutsideModelSettings,
  metrics: MetricsSettings,
  telemetry: TelemetrySettings,
  escalation: Escalation,
  notifications: NotificationSettings,
  backups: BackupSettings,
  /** Minutes without a key or the mouse after which a protected workspace is locked; 0 for never. */
  lockAfterMinutes: z.number().int().min(0).max(480),
  firstRunDone: z.boolean(),
})
export type Settings = z.infer<typeof Settings>

export const SettingsPatch = Settings.partial()
export type SettingsPatch = z.infer<typeof SettingsPatch>

export const defaultSettings: Settings = {
  language: 'en',
  theme: 'system',
  formatLocale: 'en-GB',
  density: 'normal',
  singleKeyShortcuts: true,
  inboxColumns: null,
  companyName: '',
  companyTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
  chart: 'sat',
  roundingTolerance: 1,
  differenceLimit: 100,
  differenceAccount: null,
  closedUntil: null,
  archiveAfterDays: 180,
  checkBar: 0.9,
  companyProfile: null,
  codingBars: { family: 0.95, subfamily: 0.9, account: 0.85 },
  ocrLanguages: ['spa', 'eng'],
  ledgerSyncMinutes: 15,
  ledgerCreatesAccounts: true,
  ledgerChecksDrafts: false,
  keepJobsDays: 30,
  outsideModel: defaultOutsideModel,
  metrics: defaultMetrics,
  telemetry: defaultTelemetry,
  escalation: defaultEscalation,
  notifications: defaultNotifications,
  backups: defaultBackups,
  lockAfterMinutes: 10,
  firstRunDone: false,
}
