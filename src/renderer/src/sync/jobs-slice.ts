import { create, type StateCreator } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { JobState, JobView } from '../../../shared/ledger'
import type { Reply } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { currentText } from '../i18n/t'
import { notify, notifyError } from '../parts/toasts'

export interface JobsSlice {
  readonly state: JobState
  readonly jobs: readonly JobView[]
  readonly counts: Output<'job.list'>['counts'] | null
  load(): Promise<void>
  show(state: JobState): void
  /** Null: all of the state shown. */
  retry(job: JobView | null): Promise<void>
  cancel(job: JobView): Promise<void>
}

/** The list of what the engine does by itself. */
export const createJobsSlice =
  (client: Client): StateCreator<JobsSlice> =>
  (set, get) => {
    async function tell(reply: Reply<Output<'job.retry'>>): Promise<void> {
      if (!reply.ok) notifyError(reply.error)
      else {
        const [first] = reply.value.failed
        if (first) notifyError(first.error)
        else notify({ text: ({ t }) => t('jobs.changed', { count: reply.value.done }), tone: 'info' })
      }
      await get().load()
    }
    return {
      state: 'waiting',
      jobs: [],
      counts: null,
      async load() {
        const { state } = get()
        const reply = await client.call('job.list', { state })
        if (reply.ok && get().state === state) set({ jobs: reply.value.jobs, counts: reply.value.counts })
      },
      show(state) {
        set({ state, jobs: [] })
        void get().load()
      },
      async retry(job) {
        const state = get().state === 'set_aside' ? 'set_aside' : 'failed'
        await tell(await client.call('job.retry', { state, ids: job === null ? null : [job.id] }))
      },
      async cancel(job) {
        const reason = currentText().t('jobs.cancelReason')
        await tell(await client.call('job.cancel', { state: get().state, ids: [job.id], reason }))
      },
    }
  }

export const useJobs = create<JobsSlice>()(createJobsSlice(engine))
