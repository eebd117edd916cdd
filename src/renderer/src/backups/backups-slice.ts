import { create, type StateCreator } from 'zustand'
import type { BackupStatus, BackupView } from '../../../shared/backup'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

export interface BackupsSlice {
  readonly status: BackupStatus | null
  /** Name of the backup that is being read from end to end. */
  readonly checking: string | null
  /** What the last look at a backup found, by its name: null for sound. */
  readonly findings: Readonly<Record<string, ErrorData | null>>
  load(): Promise<void>
  make(): Promise<void>
  /** Reads every byte of a backup. @returns whether it is sound */
  check(name: string): Promise<boolean>
  /** @returns whether a folder was chosen */
  chooseFolder(): Promise<boolean>
  forgetFolder(): Promise<void>
  /** The newest backup that holds when it is read from end to end; null when there is none. */
  findSound(): Promise<BackupView | null>
}

/** The company's backups: what there is, making one, where they lie. */
export const createBackupsSlice =
  (client: Client): StateCreator<BackupsSlice> =>
  (set, get) => ({
    status: null,
    checking: null,
    findings: {},
    async load() {
      const reply = await client.call('backup.status')
      if (reply.ok) set({ status: reply.value })
    },
    async make() {
      const reply = await client.call('backup.make')
      await get().load()
      if (reply.ok) notify({ text: ({ t }) => t('backups.made'), tone: 'good' })
      else if (get().status?.lastError === null) notifyError(reply.error)
    },
    async check(name) {
      set({ checking: name })
      const reply = await client.call('backup.check', { name })
      set({ checking: null, findings: { ...get().findings, [name]: reply.ok ? null : reply.error } })
      return reply.ok
    },
    async chooseFolder() {
      const reply = await client.chooseFolder('backup')
      if (!reply.ok) notifyError(reply.error)
      await get().load()
      return reply.ok && reply.value.isChosen
    },
    async forgetFolder() {
      const reply = await client.call('backup.forgetFolder')
      if (reply.ok) set({ status: reply.value })
      else notifyError(reply.error)
    },
    async findSound() {
      for (const backup of get().status?.backups ?? []) if (await get().check(backup.name)) return backup
      return null
    },
  })

export const useBackups = create<BackupsSlice>()(createBackupsSlice(engine))
