import { create, type StateCreator } from 'zustand'
import {
  defaultPaperlessOptions,
  type AfterTaking,
  type PaperlessChoices,
  type PaperlessOptions,
  type PaperlessProblem,
  type PaperlessStatus,
  type WatchedFolderView,
} from '../../../shared/paperless'
import type { ErrorData, Reply } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface PaperlessSlice {
  readonly paperless: PaperlessStatus
  readonly problems: readonly PaperlessProblem[]
  /** What exists there to choose from; null until it was asked. */
  readonly choices: PaperlessChoices | null
  readonly folders: readonly WatchedFolderView[]
  readonly isConnecting: boolean
  /** Why the last attempt to connect failed; shown beside the form. */
  readonly connectError: ErrorData | null
  load(): Promise<void>
  loadChoices(): Promise<void>
  loadFolders(): Promise<void>
  /** Tests address and token, and keeps them when both are right. The token is not kept on this side. */
  connect(url: string, token: string): Promise<boolean>
  disconnect(): Promise<void>
  setOptions(options: Partial<PaperlessOptions>): Promise<boolean>
  sync(): Promise<void>
  retry(): Promise<void>
  setPaused(paused: boolean): Promise<void>
  /** @returns whether a folder was chosen */
  watchFolder(): Promise<boolean>
  setAfterTaking(folderId: string, afterTaking: AfterTaking): Promise<void>
  removeFolder(folderId: string): Promise<void>
}

const offline: PaperlessStatus = {
  connected: false,
  url: null,
  user: null,
  release: null,
  apiVersion: null,
  options: defaultPaperlessOptions,
  lastRunAt: null,
  nextRunAt: null,
  isPaused: false,
  pausedUntil: null,
  lastError: null,
  missingPermissions: [],
  counts: { taken: 0, takenToday: 0, skipped: 0, failed: 0, toWrite: 0, uploading: 0 },
}

/** The archive and the watched folders, as the engine reports them. */
export const createPaperlessSlice =
  (client: Client): StateCreator<PaperlessSlice> =>
  (set, get) => {
    const keep = (reply: Reply<PaperlessStatus>): boolean => {
      if (reply.ok) set({ paperless: reply.value })
      else notifyError(reply.error)
      return reply.ok
    }
    return {
      paperless: offline,
      problems: [],
      choices: null,
      folders: [],
      isConnecting: false,
      connectError: null,
      async load() {
        const [status, listed] = await Promise.all([client.call('paperless.status'), client.call('paperless.problems')])
        if (status.ok) set({ paperless: status.value })
        if (listed.ok) set({ problems: listed.value.problems })
      },
      async loadChoices() {
        const reply = await client.call('paperless.choices')
        if (reply.ok) set({ choices: reply.value })
      },
      async loadFolders() {
        const reply = await client.call('folder.list')
        if (reply.ok) set({ folders: reply.value.folders })
      },
      async connect(url, token) {
        set({ isConnecting: true, connectError: null })
        const reply = await client.call('paperless.connect', { url, token })
        if (reply.ok) set({ isConnecting: false, paperless: reply.value, choices: null })
        else set({ isConnecting: false, connectError: reply.error })
        return reply.ok
      },
      async disconnect() {
        if (keep(await client.call('paperless.disconnect'))) set({ connectError: null, choices: null })
      },
      async setOptions(options) {
        const whole = { ...get().paperless.options, ...options }
        return keep(await client.call('paperless.setOptions', { options: whole }))
      },
      async sync() {
        keep(await client.call('paperless.sync'))
      },
      async retry() {
        keep(await client.call('paperless.retry'))
      },
      async setPaused(paused) {
        keep(await client.call('paperless.pause', { paused }))
      },
      async watchFolder() {
        const reply = await client.chooseFolder('watch')
        if (!reply.ok) notifyError(reply.error)
        return reply.ok && reply.value.isChosen
      },
      async setAfterTaking(folderId, afterTaking) {
        const reply = await client.call('folder.setAfterTaking', { folderId, afterTaking })
        if (!reply.ok) notifyError(reply.error)
      },
      async removeFolder(folderId) {
        const reply = await client.call('folder.remove', { folderId })
        if (!reply.ok) notifyError(reply.error)
      },
    }
  }

export const usePaperless = create<PaperlessSlice>()(createPaperlessSlice(engine))
