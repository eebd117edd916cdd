import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { accountHandlers } from './accounts'
import { activityHandlers } from './activity'
import { analyticsHandlers } from './analytics'
import { automationHandlers } from './automation'
import { chartHandlers } from './charts'
import { codingHandlers } from './coding'
import { backupHandlers } from './backups'
import { billHandlers } from './bills'
import { companyHandlers } from './companies'
import { decisionHandlers } from './decisions'
import { diagnosticsHandlers } from './diagnostics'
import { documentHandlers } from './documents'
import { invoiceHandlers } from './invoices'
import { issueHandlers } from './issues'
import { jobHandlers } from './jobs'
import { journalHandlers } from './journal'
import { keyHandlers } from './keys'
import { ledgerHandlers } from './ledger'
import { lockHandlers } from './lock'
import { modelHandlers } from './model'
import { networkHandlers } from './network'
import { newerBooksHandlers } from './newer-books'
import { paperlessHandlers } from './paperless'
import { peopleHandlers } from './people'
import { privacyHandlers } from './privacy'
import { settingsHandlers } from './settings'
import { storeHandlers } from './store'
import { templateHandlers } from './templates'
import { vaultHandlers } from './vault'
import { vendorHandlers } from './vendors'
import { viewHandlers } from './views'

/** Every call of the contract, answered on whichever company is open when it comes. */
export function createHandlers(core: EngineCore): Handlers {
  return {
    ...accountHandlers(core),
    ...activityHandlers(core),
    ...analyticsHandlers(core),
    ...automationHandlers(core),
    ...chartHandlers(core),
    ...codingHandlers(core),
    ...backupHandlers(core),
    ...billHandlers(core),
    ...companyHandlers(core),
    ...decisionHandlers(core),
    ...diagnosticsHandlers(core),
    ...documentHandlers(core),
    ...invoiceHandlers(core),
    ...issueHandlers(core),
    ...jobHandlers(core),
    ...journalHandlers(core),
    ...keyHandlers(core),
    ...ledgerHandlers(core),
    ...lockHandlers(core),
    ...modelHandlers(core),
    ...networkHandlers(core),
    ...newerBooksHandlers(core),
    ...paperlessHandlers(core),
    ...peopleHandlers(core),
    ...privacyHandlers(core),
    ...settingsHandlers(core),
    ...storeHandlers(core),
    ...templateHandlers(core),
    ...vaultHandlers(core),
    ...vendorHandlers(core),
    ...viewHandlers(core),
  }
}
