import { dirname } from 'node:path'
import type { Random } from '../../bench/synthetic/random'
import type { DiskEvent } from './disk-log'

/** What a power failure leaves of everything that was not waited for. */
export type Survival =
  /** All of it: the machine wrote it out just in time. */
  | 'all'
  /** Nothing: only what was synced. */
  | 'synced'
  /** Any 512-byte parts of contents, and of each folder's names the first few changes. */
  | 'parts'

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }

interface FileOnDisk {
  durable: Buffer
  unsynced: Change[]
}

/** A name given or taken away in a folder; `file` null for a folder. */
type NameChange =
  | { readonly kind: 'give'; readonly path: string; readonly file: FileOnDisk | null }
  | { readonly kind: 'take'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string; readonly file: FileOnDisk | null }

type Names = Map<string, FileOnDisk | null>

const sectorBytes = 512

/**
 * A disk as the worst kind of machine has it: contents last once their file was synced, names once their folder was, and
 * until then anything may or may not have happened.
 */
export class PowerDisk {
  #now: Names = new Map()
  #durable: Names = new Map()
  readonly #pending = new Map<string, NameChange[]>()

  /** @param root a folder that was there, durably, before anything happened */
  constructor(private readonly root: string) {}

  apply(event: DiskEvent): void {
    switch (event.kind) {
      case 'write':
        return void this.#file(event.path)?.unsynced.push({ at: event.at, bytes: event.bytes })
      case 'truncate':
        return void this.#file(event.path)?.unsynced.push({ length: event.length })
      case 'create':
        return this.#change(event.path, { kind: 'give', path: event.path, file: emptyFile() })
      case 'mkdir':
        return this.#change(event.path, { kind: 'give', path: event.path, file: null })
      case 'unlink':
      case 'rmdir':
        return this.#change(event.path, { kind: 'take', path: event.path })
      case 'rename': {
        const { path, to } = event
        const file = this.#now.get(path)
        if (file === undefined) return
        if (file === null) this.#renamePending(path, to)
        return this.#change(to, { kind: 'move', path, to, file })
      }
      case 'sync':
        return this.#sync(event.path)
      case 'ack':
        return
    }
  }

  /** What lies on the disk when the power fails now. Folders have null contents; a name whose folder is gone is gone. */
  image(survival: Survival, random: Random): Map<string, Buffer | null> {
    const names = survival === 'all' ? this.#now : new Map(this.#durable)
    if (survival === 'parts') {
      for (const changes of this.#pending.values()) {
        for (const change of changes.slice(0, random.whole(0, changes.length))) applyName(names, change)
      }
    }
    const share = random.pick([0.1, 0.5, 0.9])
    const isKept = survival === 'all' ? () => true : survival === 'synced' ? () => false : () => random.chance(share)
    const isThere = (path: string): boolean => path === this.root || (names.has(path) && isThere(dirname(path)))
    return new Map(
      [...names]
        .filter(([path]) => isThere(path))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, file]) => [path, file && contentOf(file, isKept)]),
    )
  }

  #file(path: string): FileOnDisk | undefined {
    return this.#now.get(path) ?? undefined
  }

  #change(path: string, change: NameChange): void {
    applyName(this.#now, change)
    const folder = dirname(path)
    this.#pending.set(folder, [...(this.#pending.get(folder) ?? []), change])
  }

  /** What is not yet durable in a folder that gets another name will be synced under that name. */
  #renamePending(from: string, to: string): void {
    for (const [folder, changes] of [...this.#pending]) {
      if (!isWithin(folder, from)) continue
      this.#pending.delete(folder)
      this.#pending.set(
        renamed(folder, from, to),
        changes.map(change => ({
          ...change,
          path: renamed(change.path, from, to),
          ...(change.kind === 'move' ? { to: renamed(change.to, from, to) } : {}),
        })),
      )
    }
  }

  #sync(path: string): void {
    const file = this.#file(path)
    if (file) {
      file.durable = contentOf(file, () => true)
      file.unsynced = []
      return
    }
    for (const change of this.#pending.get(path) ?? []) applyName(this.#durable, change)
    this.#pending.delete(path)
  }
}

function emptyFile(): FileOnDisk {
  return { durable: Buffer.alloc(0), unsynced: [] }
}

function applyName(names: Names, change: NameChange): void {
  if (change.kind === 'give') return void names.set(change.path, change.file)
  if (change.kind === 'move' && change.file === null) return moveFolder(names, change.path, change.to)
  names.delete(change.path)
  if (change.kind === 'move') names.set(change.to, change.file)
}

/** A folder takes all that is in it along. */
function moveFolder(names: Names, from: string, to: string): void {
  for (const [path, file] of [...names]) {
    if (!isWithin(path, from)) continue
    names.delete(path)
    names.set(renamed(path, from, to), file)
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function renamed(path: string, from: string, to: string): string {
  return isWithin(path, from) ? to + path.slice(from.length) : path
}

/** @param isKept asked for each 512-byte part of each write, and for each cut */
function contentOf({ durable, unsynced }: FileOnDisk, isKept: () => boolean): Buffer {
  if (unsynced.length === 0) return durable
  let length = durable.length
  const room = unsynced.reduce(
    (most, change) => Math.max(most, 'length' in change ? change.length : endOf(change)),
    length,
  )
  const content = Buffer.alloc(room)
  durable.copy(content)
  for (const change of unsynced) {
    if ('length' in change) {
      if (!isKept()) continue
      content.fill(0, change.length)
      length = change.length
      continue
    }
    for (let at = change.at; at < endOf(change);) {
      const end = Math.min(endOf(change), (Math.floor(at / sectorBytes) + 1) * sectorBytes)
      if (isKept()) {
        change.bytes.copy(content, at, at - change.at, end - change.at)
        length = Math.max(length, end)
      }
      at = end
    }
  }
  return content.subarray(0, length)
}

function endOf(change: { readonly at: number; readonly bytes: Buffer }): number {
  return change.at + change.bytes.length
}
