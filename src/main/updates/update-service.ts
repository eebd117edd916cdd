import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toErrorData } from '../../shared/result'
import { previousVersion, type UpdateChannel, type UpdateView } from '../../shared/update'
import { keepVersion, layOutBooks, layOutProgram, type PutInPlace } from './kept-version'
import { rehearseNewVersion } from './rehearse-new-version'
import { readRecord, writeRecord, type UpdateRecord } from './update-record'
import type { Downloads } from './updater'

const dayMs = 24 * 60 * 60_000
const keptMs = 30 * dayMs

export interface UpdateParts {
  readonly version: string
  readonly dataFolder: string
  /** Why this copy never updates itself; null when it does. */
  readonly unavailable: UpdateView['unavailable']
  /** The program's own file, where it is one file that can be replaced (an AppImage); null where an installer does it. */
  readonly program: string | null
  /** Loaded when first needed: most starts of the app ask for no update. */
  downloads(): Promise<Downloads>
  isNetworkClosed(): boolean
  /** @returns its own undo */
  onNetworkOpen(listener: () => void): () => void
  /** Closes the books. The app is restarted or ended afterwards. */
  closeEngine(): Promise<void>
  /** What opens books in a vault. */
  tellKey(): Promise<Uint8Array | null>
  restart(): void
  announce(view: UpdateView): void
  now(): number
}

export interface UpdateService {
  view(): UpdateView
  choose(choice: { readonly channel?: UpdateChannel | undefined; readonly isAutomatic?: boolean | undefined }): void
  /** Looks, fetches and rehearses; ends with `ready`, `up_to_date` or `failed`. */
  check(): Promise<void>
  /** Keeps this version and its books, puts the new one in place and restarts. */
  install(): Promise<void>
  /** Puts the version before this one, and books it can open, in place and restarts. */
  goBack(): Promise<void>
  /** Checks once a day where a person switched that on; throws away what was kept long enough. @returns its own undo */
  start(): () => void
}

type Progress = Pick<UpdateView, 'step' | 'found' | 'progress' | 'rehearsal' | 'problem'>

/** What updates are doing, from the question to the restart. One thing at a time. */
export function createUpdateService(parts: UpdateParts): UpdateService {
  const folder = join(parts.dataFolder, 'updates')
  const previousFolder = join(parts.dataFolder, ...previousVersion)
  let record = readRecord(folder)
  let progress: Progress = { step: 'idle', found: null, progress: null, rehearsal: null, problem: null }
  let download: string | null = null

  const view = (): UpdateView => {
    const { channel, isAutomatic, lastCheckedAt, previous } = record
    return {
      ...progress,
      unavailable: parts.unavailable,
      version: parts.version,
      channel,
      isAutomatic,
      lastCheckedAt,
      previous: previous && { version: previous.version, keptUntil: previous.keptUntil },
    }
  }

  function show(change: Partial<Progress>): void {
    progress = { ...progress, ...change }
    parts.announce(view())
  }

  function remember(change: Partial<UpdateRecord>): void {
    record = { ...record, ...change }
    writeRecord(folder, record)
  }

  const isBusy = () => ['checking', 'downloading', 'rehearsing', 'installing'].includes(progress.step)

  async function check(): Promise<void> {
    if (parts.unavailable !== null || isBusy()) return
    download = null
    if (parts.isNetworkClosed()) return show({ step: 'failed', problem: 'network_closed' })
    show({ step: 'checking', found: null, progress: null, rehearsal: null, problem: null })
    try {
      const downloads = await parts.downloads()
      const found = await downloads.look(record.channel)
      remember({ lastCheckedAt: parts.now() })
      if (found === null) return show({ step: 'up_to_date' })
      show({ step: 'downloading', found, progress: 0 })
      const file = await downloads.fetch(share => show({ progress: share }))
      show({ step: 'rehearsing', progress: null })
      const rehearsal = await rehearseNewVersion(file, parts.dataFolder, folder, await parts.tellKey())
      download = file
      show({ step: 'ready', rehearsal })
    } catch (thrown) {
      show({ step: 'failed', progress: null, problem: toErrorData(thrown).code })
    }
  }

  async function install(): Promise<void> {
    if (progress.step !== 'ready' || download === null || progress.found === null) return
    show({ step: 'installing' })
    await parts.closeEngine()
    try {
      const program = await keepVersion(previousFolder, parts.dataFolder, parts.program)
      const schema = progress.rehearsal?.schema
      remember({
        previous: {
          version: parts.version,
          program,
          changedSchema: !schema || schema.before !== schema.after,
          keptUntil: parts.now() + keptMs,
        },
      })
      if (parts.program === null) return (await parts.downloads()).installBySystem()
      const putInPlace = await layOutProgram(download, parts.program)
      await putInPlace()
    } catch (thrown) {
      // The old program is in place: it starts again and tells. What was kept of it does no harm.
      remember({ previous: null, problem: isDiskFull(thrown) ? 'update_no_space' : 'update_not_installed' })
    }
    parts.restart()
  }

  async function goBack(): Promise<void> {
    const { previous } = record
    if (!previous || isBusy()) throw new AppError('update_nothing_kept', {}, 'user')
    show({ step: 'installing' })
    await parts.closeEngine()
    try {
      const putInPlace: PutInPlace[] = []
      if (previous.changedSchema) putInPlace.push(await layOutBooks(previousFolder, parts.dataFolder, parts.now()))
      if (parts.program !== null && previous.program !== null) {
        putInPlace.push(await layOutProgram(join(previousFolder, previous.program), parts.program))
      }
      for (const put of putInPlace) await put()
      remember({ previous: null })
    } catch (thrown) {
      // This version and its books are in place, and what was kept is there for another try.
      remember({ problem: isDiskFull(thrown) ? 'update_no_space' : 'update_not_gone_back' })
    }
    parts.restart()
  }

  return {
    view,
    check,
    install,
    goBack,
    choose({ channel, isAutomatic }) {
      const isOther = channel !== undefined && channel !== record.channel
      remember({ ...(channel && { channel }), ...(isAutomatic !== undefined && { isAutomatic }) })
      // What was found belongs to the other channel.
      if (isOther && !isBusy()) show({ step: 'idle', found: null, rehearsal: null, problem: null })
      else parts.announce(view())
    },
    start() {
      const { previous, problem } = record
      if (problem) {
        remember({ problem: null })
        show({ step: 'failed', problem })
      }
      if (previous && previous.keptUntil < parts.now()) {
        remember({ previous: null })
        void rm(previousFolder, { recursive: true, force: true })
      }
      const look = () => {
        if (parts.isNetworkClosed()) return
        if (record.isAutomatic && parts.now() - (record.lastCheckedAt ?? 0) > dayMs) void check()
      }
      const timer = setInterval(look, 60 * 60_000)
      look()
      const undo = parts.onNetworkOpen(look)
      return () => {
        undo()
        clearInterval(timer)
      }
    },
  }
}

function isDiskFull(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC'
}
