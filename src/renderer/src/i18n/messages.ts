import { access as enAccess } from './en/access'
import { activity as enActivity } from './en/activity'
import { backups as enBackups } from './en/backups'
import { coding as enCoding } from './en/coding'
import { compare as enCompare } from './en/compare'
import { analytics as enAnalytics } from './en/analytics'
import { details as enDetails } from './en/details'
import { errors as enErrors } from './en/errors'
import { inbox as enInbox } from './en/inbox'
import { issues as enIssues } from './en/issues'
import { journal as enJournal } from './en/journal'
import { lessons as enLessons } from './en/lessons'
import { lists as enLists } from './en/lists'
import { outsideModel as enOutsideModel } from './en/outside-model'
import { posting as enPosting } from './en/posting'
import { privacy as enPrivacy } from './en/privacy'
import { review as enReview } from './en/review'
import { rules as enRules } from './en/rules'
import { settings as enSettings } from './en/settings'
import { shell as enShell } from './en/shell'
import { suggestions as enSuggestions } from './en/suggestions'
import { paperless as enPaperless } from './en/paperless'
import { sync as enSync } from './en/sync'
import { vault as enVault } from './en/vault'
import { vendors as enVendors } from './en/vendors'
import { teamwork as enTeamwork } from './en/teamwork'
import { templates as enTemplates } from './en/templates'
import { trades as enTrades } from './en/trades'
import { updates as enUpdates } from './en/updates'
import { vocabulary as enVocabulary } from './en/vocabulary'
import { access as esAccess } from './es/access'
import { activity as esActivity } from './es/activity'
import { backups as esBackups } from './es/backups'
import { coding as esCoding } from './es/coding'
import { compare as esCompare } from './es/compare'
import { analytics as esAnalytics } from './es/analytics'
import { details as esDetails } from './es/details'
import { errors as esErrors } from './es/errors'
import { inbox as esInbox } from './es/inbox'
import { issues as esIssues } from './es/issues'
import { journal as esJournal } from './es/journal'
import { lessons as esLessons } from './es/lessons'
import { lists as esLists } from './es/lists'
import { outsideModel as esOutsideModel } from './es/outside-model'
import { posting as esPosting } from './es/posting'
import { privacy as esPrivacy } from './es/privacy'
import { review as esReview } from './es/review'
import { rules as esRules } from './es/rules'
import { settings as esSettings } from './es/settings'
import { shell as esShell } from './es/shell'
import { suggestions as esSuggestions } from './es/suggestions'
import { paperless as esPaperless } from './es/paperless'
import { sync as esSync } from './es/sync'
import { vault as esVault } from './es/vault'
import { vendors as esVendors } from './es/vendors'
import { teamwork as esTeamwork } from './es/teamwork'
import { templates as esTemplates } from './es/templates'
import { trades as esTrades } from './es/trades'
import { updates as esUpdates } from './es/updates'
import { vocabulary as esVocabulary } from './es/vocabulary'

/** English is the list of keys; every other language must have exactly these (the compiler and a test compare). */
export const en = {
  ...enShell,
  ...enAccess,
  ...enActivity,
  ...enAnalytics,
  ...enVault,
  ...enVendors,
  ...enUpdates,
  ...enVocabulary,
  ...enInbox,
  ...enReview,
  ...enSettings,
  ...enErrors,
  ...enCompare,
  ...enDetails,
  ...enIssues,
  ...enSuggestions,
  ...enJournal,
  ...enLessons,
  ...enLists,
  ...enSync,
  ...enPosting,
  ...enPaperless,
  ...enOutsideModel,
  ...enPrivacy,
  ...enRules,
  ...enCoding,
  ...enTeamwork,
  ...enTemplates,
  ...enTrades,
  ...enBackups,
}

export type MessageKey = keyof typeof en
export type Messages = Readonly<Record<MessageKey, string>>

export const es: Messages = {
  ...esShell,
  ...esAccess,
  ...esActivity,
  ...esAnalytics,
  ...esVault,
  ...esVendors,
  ...esUpdates,
  ...esVocabulary,
  ...esInbox,
  ...esReview,
  ...esSettings,
  ...esErrors,
  ...esCompare,
  ...esDetails,
  ...esIssues,
  ...esSuggestions,
  ...esJournal,
  ...esLessons,
  ...esLists,
  ...esSync,
  ...esPosting,
  ...esPaperless,
  ...esOutsideModel,
  ...esPrivacy,
  ...esRules,
  ...esCoding,
  ...esTeamwork,
  ...esTemplates,
  ...esTrades,
  ...esBackups,
}

export type Language = 'en' | 'es'
export const messages: Readonly<Record<Language, Messages>> = { en, es }

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}
