import type { HandlersOf } from '../../shared/contract'
import type { ledgerCalls } from '../../shared/contract/ledger'
import { readSettings } from '../store/settings'
import { ledgerBasics } from '../sync/ledger-basics'
import { makeVendor, setVendor, vendorMapping } from '../sync/map-vendors'
import { dryRun } from '../sync/dry-run'
import { ledgerLog } from '../sync/ledger-log'
import { unknownBills } from '../sync/unknown-bills'
import { branchChoice, chooseBranch, createLedgerAccount, ledgerMapping, setMapping } from '../sync/map-ledger'
import type { EngineCore } from '../engine'

export function ledgerHandlers(core: EngineCore): HandlersOf<typeof ledgerCalls> {
  const ledger = () => core.company().ledger
  return {
    'ledger.status': () => ledger().status(),
    async 'ledger.connect'({ url, apiKey }) {
      await ledger().connect({ url, apiKey })
      core.company().reassessment.assessAll()
      return ledger().status()
    },
    async 'ledger.disconnect'() {
      await ledger().disconnect()
      return ledger().status()
    },
    'ledger.confirmMassChange': () => ledger().confirmMassChange(),
    'ledger.pause': ({ paused }) => ledger().pause(paused),
    'ledger.branches': async () => branchChoice(await ledger().session()),
    async 'ledger.chooseBranch'({ branchId }) {
      chooseBranch(await ledger().session(), branchId)
      return {}
    },
    'ledger.mapping': async () => ledgerMapping(await ledger().session(), readSettings(core.company().store.db)),
    async 'ledger.setMapping'(choice) {
      setMapping(await ledger().session(), choice)
      // A tax may have found its account.
      core.company().reassessment.assessAll()
      return {}
    },
    'ledger.createAccount': async ({ accountCode }) =>
      createLedgerAccount(await ledger().session(), accountCode, readSettings(core.company().store.db)),
    'ledger.probe': () => ledger().probe(),
    'ledger.vendors': async () => vendorMapping(await ledger().session()),
    async 'ledger.setVendor'(choice) {
      await setVendor(await ledger().session(), choice)
      return {}
    },
    'ledger.createVendor': async ({ ours }) => makeVendor(await ledger().session(), ours),
    async 'ledger.deleteDraft'({ documentId }) {
      await ledger().deleteDraft(documentId)
      return {}
    },
    'ledger.basics': async () => ledgerBasics(await ledger().session()),
    'ledger.dryRun': async ({ documentId }) => dryRun(await ledger().session(), documentId),
    'ledger.unknownBills': input => unknownBills(core.company().store.db, input),
    'ledger.answerUnknownBills': input => ledger().answerUnknown(input),
    'ledger.log': input => ({ entries: ledgerLog(core.company().store.db, input) }),
    async 'ledger.sync'() {
      core.network.require()
      await ledger().syncNow()
      return ledger().status()
    },
  }
}
