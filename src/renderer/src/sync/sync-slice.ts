import { create, type StateCreator } from 'zustand'
import type { InboxRow } from '../../../shared/inbox'
import type { LedgerLogEntry } from '../../../shared/ledger'
import type { ArchiveLogEntry } from '../../../shared/server-call'
import { isUnsettled, type IssueView, type Suggestion } from '../../../shared/issue'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

/** A document the ledger would not take, or whose bill was changed there, with the issue that says why. */
export interface SyncProblem {
  readonly row: InboxRow
  readonly issue: IssueView | null
}

export interface SyncSlice {
  readonly problems: readonly SyncProblem[]
  readonly log: readonly LedgerLogEntry[]
  readonly archiveLog: readonly ArchiveLogEntry[]
  readonly isLoaded: boolean
  load(): Promise<void>
  /** Applies a suggestion of a problem's issue. */
  resolve(problem: SyncProblem, suggestion: Suggestion): Promise<void>
  setPaused(isPaused: boolean): Promise<void>
  confirmMassChange(): Promise<void>
}

/** More than a person works off in one sitting; the rest follows when these are done. */
const shown = 50

/** What the Sync screen lists. */
export const createSyncSlice =
  (client: Client): StateCreator<SyncSlice> =>
  (set, get) => {
    let asked = 0
    return {
      problems: [],
      log: [],
      archiveLog: [],
      isLoaded: false,
      async load() {
        const mine = ++asked
        const [failed, drifted, log, archiveLog] = await Promise.all([
          client.call('document.list', { filter: { tab: 'failed' }, sort: {}, limit: shown }),
          client.call('document.list', { filter: { issueKey: 'ledger_drift' }, sort: {}, limit: shown }),
          client.call('ledger.log', { limit: shown }),
          client.call('paperless.log', { limit: shown }),
        ])
        const rows = [failed, drifted].flatMap(reply => (reply.ok ? reply.value.rows : []))
        const problems: SyncProblem[] = []
        for (const row of rows) {
          const reply = await client.call('document.get', { documentId: row.documentId })
          const issue = reply.ok ? reply.value.issues.find(isOfLedger) : undefined
          problems.push({ row, issue: issue ?? null })
        }
        if (mine !== asked) return
        set({
          problems,
          log: log.ok ? log.value.entries : [],
          archiveLog: archiveLog.ok ? archiveLog.value.entries : [],
          isLoaded: true,
        })
      },
      async resolve({ issue }, { fix }) {
        if (!issue) return
        const reply = await client.call('issue.applyFix', { issueId: issue.id, fix })
        if (!reply.ok) notifyError(reply.error)
        await get().load()
      },
      async setPaused(paused) {
        const reply = await client.call('ledger.pause', { paused })
        if (!reply.ok) notifyError(reply.error)
      },
      async confirmMassChange() {
        const reply = await client.call('ledger.confirmMassChange')
        if (!reply.ok) notifyError(reply.error)
      },
    }
  }

function isOfLedger({ key, state }: IssueView): boolean {
  return isUnsettled(state) && (key === 'post_failed' || key === 'period_locked' || key === 'ledger_drift')
}

export const useSync = create<SyncSlice>()(createSyncSlice(engine))
