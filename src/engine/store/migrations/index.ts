import type Database from 'better-sqlite3'
import { firstTables } from './0001-first-tables'
import { inbox } from './0002-inbox'
import { ledgerWatch } from './0003-ledger-watch'
import { partsAndDetails } from './0004-parts-and-details'
import { lineCodings } from './0005-line-codings'
import { lineAllowances } from './0006-line-allowances'
import { issuesOfADocument } from './0007-issues-of-a-document'
import { decisionGroups } from './0008-decision-groups'
import { quality } from './0009-quality'
import { issueQuestions } from './0010-issue-questions'
import { outsideModel } from './0011-outside-model'
import { peopleAndAutomation } from './0012-people-and-automation'
import { settledIssues } from './0013-settled-issues'
import { readingMemory } from './0014-reading-memory'
import { pagesOfFiles } from './0015-pages-of-files'
import { chartsAndCodings } from './0016-charts-and-codings'
import { documentWork } from './0017-document-work'
import { mergedVendors } from './0018-merged-vendors'
import { workingTogether } from './0019-working-together'
import { templates } from './0020-templates'
import { archiveAndFolders } from './0021-archive-and-folders'
import { commits } from './0022-commits'
import { archiveByChange } from './0023-archive-by-change'
import { deeds } from './0024-deeds'
import { ledgerCalls } from './0025-ledger-calls'
import { rightsOfPeople } from './0026-rights-and-passphrases'
import { departures } from './0027-departures'
import { timesOfSteps } from './0028-times-of-steps'
import { coveredFigures } from './0029-covered-figures'
import { unknownBills } from './0030-unknown-bills'
import { routedPolicy } from './0031-routed-policy'
import { endsOfSteps } from './0032-ends-of-steps'
import { callsOfBothServers } from './0033-calls-of-both-servers'
import { archiveTexts } from './0034-archive-texts'
import { unknownCredits } from './0035-unknown-credits'

/** One numbered change of the schema. Released ones are history: we add, we do not edit. */
export interface Migration {
  up(raw: Database.Database): void
}

/** Position is number: the first entry makes version 1. */
export const migrations: readonly Migration[] = [
  firstTables,
  inbox,
  ledgerWatch,
  partsAndDetails,
  lineCodings,
  lineAllowances,
  issuesOfADocument,
  decisionGroups,
  quality,
  issueQuestions,
  outsideModel,
  peopleAndAutomation,
  settledIssues,
  readingMemory,
  pagesOfFiles,
  chartsAndCodings,
  documentWork,
  mergedVendors,
  workingTogether,
  templates,
  archiveAndFolders,
  commits,
  archiveByChange,
  deeds,
  ledgerCalls,
  rightsOfPeople,
  departures,
  timesOfSteps,
  coveredFigures,
  unknownBills,
  routedPolicy,
  endsOfSteps,
  callsOfBothServers,
  archiveTexts,
  unknownCredits,
]
