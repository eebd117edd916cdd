import type { Bridge, CallName, EventData, EventName, Input } from '../../src/shared/contract'
import type { InboxRow } from '../../src/shared/inbox'
import type { VendorView } from '../../src/shared/vendor'
import { InboxFilter, InboxTab, tabStates } from '../../src/shared/inbox'
import { DocumentState } from '../../src/shared/document'
import type { ErrorData } from '../../src/shared/result'
import type { UpdateView } from '../../src/shared/update'
import { defaultSettings } from '../../src/shared/settings'
import { fixtureRows, fixtureVendors, vendorIdOf } from './fixture-rows'

type Answers = { [N in CallName]?: (input: Input<N>) => unknown }

export interface FixtureBridge extends Bridge {
  /** Announces as the engine would. */
  announce<N extends EventName>(name: N, data: EventData<N>): void
  /** Calls received, oldest first. */
  readonly calls: { readonly name: CallName; readonly input: unknown }[]
  readonly taken: File[]
  rows: InboxRow[]
}

/** A program that runs from source, as it never updates itself. */
export function someUpdates(changes: Partial<UpdateView> = {}): UpdateView {
  return {
    unavailable: 'from_source',
    version: '0.1.0',
    channel: 'stable',
    isAutomatic: false,
    step: 'idle',
    found: null,
    progress: null,
    rehearsal: null,
    problem: null,
    lastCheckedAt: null,
    previous: null,
    ...changes,
  }
}

const notAnswered: ErrorData = { code: 'document_not_found', params: {}, retry: 'never' }

/** An engine in memory that answers the contract for the screens' tests; nothing of the product is in it. */
export function createFixtureBridge(initial: readonly InboxRow[] = fixtureRows(), more: Answers = {}): FixtureBridge {
  const listeners = new Map<EventName, Set<(data: never) => void>>()
  let settings = { ...defaultSettings, companyName: 'Comercial Sierra SA de CV' }
  let companyKey: 'own' | 'sample' = 'own'
  const vendors: VendorView[] = fixtureVendors()

  const bridge: FixtureBridge = {
    rows: [...initial],
    calls: [],
    taken: [],
    async call(name, input) {
      bridge.calls.push({ name, input })
      const answer = answers[name]
      if (!answer) return { ok: false, error: notAnswered }
      const value = answer(input as never)
      return { ok: true, value: value as never }
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener as (data: never) => void)
      return () => set.delete(listener as (data: never) => void)
    },
    async take(files) {
      bridge.taken.push(...files)
      return { ok: true, value: { accepted: files.length } }
    },
    openInLedger: () => Promise.resolve({ ok: true, value: {} }),
    chooseFolder: () => Promise.resolve({ ok: true, value: { isChosen: false } }),
    updates: () => Promise.resolve({ ok: true, value: someUpdates() }),
    async save() {
      return { ok: true, value: { isSaved: true } }
    },
    announce(name, data) {
      for (const listener of listeners.get(name) ?? []) listener(data as never)
    },
  }

  let beforeLast: InboxRow[] = []
  const move = (documentIds: readonly string[], state: DocumentState, from?: DocumentState) => {
    const done = bridge.rows.filter(
      row => documentIds.includes(row.documentId) && (from === undefined || row.state === from),
    )
    const ids = new Set<string>(done.map(row => row.documentId))
    beforeLast = done
    bridge.rows = bridge.rows.map(row => (ids.has(row.documentId) ? { ...row, state } : row))
    bridge.announce('counts.changed', {})
    const failed = documentIds.filter(id => !ids.has(id))
    return {
      done: [...ids],
      group: bulkAction,
      failed: failed.map(documentId => ({
        documentId,
        error: { code: 'blocking_issues_open', params: {}, retry: 'user' },
      })),
    }
  }
  const company = () => ({
    key: companyKey,
    name: settings.companyName,
    hasSample: companyKey === 'sample',
    isSetUp: true,
    now: Date.now(),
  })
  const listed = (filter: Input<'document.list'>['filter']) => matching(bridge.rows, InboxFilter.parse(filter))

  const answers: Answers = {
    'company.current': company,
    'company.open': ({ key }) => {
      companyKey = key
      bridge.announce('company.changed', {})
      return company()
    },
    'network.status': () => ({ isClosed: false, waiting: { bills: 0, archive: 0, questions: 0 } }),
    'company.removeSample': () => ((companyKey = 'own'), company()),
    'document.list': ({ filter, after, limit = 200 }) => {
      const rows = listed(filter)
      const from = after ? Number(after) : 0
      const page = rows.slice(from, from + limit)
      return {
        rows: page,
        next: from + page.length < rows.length ? String(from + page.length) : null,
        total: rows.length,
      }
    },
    'document.ids': ({ filter }) => ({ documentIds: listed(filter).map(row => row.documentId) }),
    'document.waiting': ({ documentIds }) => ({ documentIds }),
    'document.row': ({ documentId }) => bridge.rows.find(row => row.documentId === documentId) ?? null,
    'document.counts': () => {
      const byState = Object.fromEntries(
        DocumentState.options.map(state => [state, bridge.rows.filter(row => row.state === state).length]),
      )
      const count = (tab: InboxTab) => bridge.rows.filter(row => tabStates[tab].includes(row.state)).length
      return {
        tabs: Object.fromEntries(InboxTab.options.map(tab => [tab, count(tab)])),
        conservation: { received: bridge.rows.length, byState, isBalanced: true },
        progress: { waiting: 24, running: 2, done: 12, of: 38, rate: 2.4, isPaused: false },
        overdue: 0,
        asked: 0,
      }
    },
    'document.approve': ({ documentIds }) => move(documentIds, 'approved', 'ready'),
    'document.approveReady': () =>
      move(
        bridge.rows.filter(row => row.state === 'ready').map(row => row.documentId),
        'approved',
      ),
    'document.hold': ({ documentIds }) => move(documentIds, 'on_hold'),
    'document.reject': ({ documentIds }) => move(documentIds, 'rejected'),
    'document.restore': ({ documentIds }) => move(documentIds, 'ready'),
    'group.undo': () => {
      const before = new Map(beforeLast.map(row => [row.documentId, row]))
      bridge.rows = bridge.rows.map(row => before.get(row.documentId) ?? row)
      return { done: [...before.keys()], failed: [], group: bulkAction }
    },
    'vendor.list': ({ search = '' }) => {
      const found = vendors.filter(vendor => vendor.name.toLowerCase().includes(search.toLowerCase()))
      return { vendors: found, next: null, total: found.length }
    },
    'vendor.get': ({ vendorId }) => vendors.find(vendor => vendor.id === vendorId),
    'vendor.update': ({ vendorId, ...change }) => {
      const at = vendors.findIndex(vendor => vendor.id === vendorId)
      vendors[at] = { ...(vendors[at] as VendorView), ...(change as Partial<VendorView>), isNew: false }
      return vendors[at]
    },
    'account.search': ({ query }) => ({
      accounts: fixtureAccounts.filter(one =>
        `${one.code} ${one.name.es} ${one.name.en}`.toLowerCase().includes(query.toLowerCase()),
      ),
    }),
    'account.get': ({ code }) => fixtureAccounts.find(one => one.code === code) ?? fixtureAccounts[0],
    'settings.get': () => settings,
    'settings.set': ({ patch }) => (settings = { ...settings, ...(patch as Partial<typeof settings>) }),
    'settings.begin': spoken => (settings = { ...settings, ...spoken, firstRunDone: true }),
    'queue.pause': ({ paused }) => ({ waiting: 24, running: 0, done: 12, of: 38, rate: 2.4, isPaused: paused }),
    'ledger.status': () => ledger,
    'ledger.connect': ({ url }) => ({ ...ledger, connected: true, url, organization: 'Comercial Sierra' }),
    'ledger.disconnect': () => ledger,
    'store.verify': () => ({
      conservation: {
        received: bridge.rows.length,
        byState: Object.fromEntries(
          DocumentState.options.map(state => [state, bridge.rows.filter(row => row.state === state).length]),
        ),
        isBalanced: true,
      },
      stuckJobs: 0,
      journalRows: 412,
      journalIntact: true,
      originalsChecked: bridge.rows.length,
      originalsDamaged: [],
      databaseIntact: true,
    }),
    ...more,
  }
  return bridge
}

const bulkAction = '0192f3a0-0000-7000-8000-00000000b01c'

const ledger = {
  connected: false,
  url: null,
  organization: null,
  baseCurrency: null,
  lastSyncAt: null,
  nextSyncAt: null,
  waiting: 0,
  failed: 0,
  lastError: null,
}

const fixtureAccounts = [
  {
    code: '601.56',
    name: { en: 'Maintenance and repairs', es: 'Mantenimiento y conservación' },
    parent: '601',
    level: 2,
    isPostable: true,
  },
  {
    code: '601.72',
    name: { en: 'Freight and haulage', es: 'Fletes y acarreos' },
    parent: '601',
    level: 2,
    isPostable: true,
  },
  {
    code: '601.84',
    name: { en: 'Other general expenses', es: 'Otros gastos generales' },
    parent: '601',
    level: 2,
    isPostable: true,
  },
]

function matching(rows: readonly InboxRow[], filter: InboxFilter): InboxRow[] {
  const search = filter.search.toLowerCase()
  return rows.filter(
    row =>
      tabStates[filter.tab].includes(row.state) &&
      (search === '' || `${row.vendorName} ${row.number} ${row.total}`.toLowerCase().includes(search)) &&
      (filter.issueKey === null || row.worstIssue?.key === filter.issueKey) &&
      (filter.source === null || row.source === filter.source) &&
      (filter.vendorId === null || vendorIdOf(row.vendorName) === filter.vendorId),
  )
}
