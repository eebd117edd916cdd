import { create, type StateCreator } from 'zustand'
import type { BulkResult } from '../../../shared/bulk-result'
import type { CodingLesson, LikeLines, PendingGroup } from '../../../shared/coding'
import type { LineId } from '../../../shared/ids'
import { reportBulks } from '../app/report-bulk'
import { engine, type Client } from '../engine-client'
import type { MessageKey } from '../i18n/messages'
import { notifyError } from '../parts/toasts'
import { forgetLesson } from '../vendors/forget-lesson'
import { restsOnMemory } from './coding-text'

/** Groups asked for at once; what is beyond appears when these are decided. */
const groupsAsked = 200
const lessonsAsked = 100

export interface PendingSlice {
  /** Groups of one vendor stand together, vendors in the engine's order. */
  readonly groups: readonly PendingGroup[]
  readonly totalGroups: number
  readonly totalLines: number
  readonly doubtfulLines: number
  readonly isLoaded: boolean
  readonly onlyDoubtful: boolean
  /** Index of the group under the keys. */
  readonly cursor: number
  /** Keys of the groups selected. */
  readonly selection: ReadonlySet<LineId>
  /** The groups another account is being chosen for; null while nobody chooses. */
  readonly correcting: readonly PendingGroup[] | null
  /** What the last choice taught. */
  readonly learned: CodingLesson | null
  /** Takes the last decision on this screen back; null while there is none. */
  readonly lastUndo: (() => Promise<void>) | null
  /** Corrections that the proposal under the cursor rests on, those that say the same first. */
  readonly behind: readonly CodingLesson[]
  load(): Promise<void>
  /** Only the counts, for the rail. */
  recount(): Promise<void>
  setOnlyDoubtful(onlyDoubtful: boolean): Promise<void>
  moveTo(index: number): void
  toggle(index: number): void
  selectVendor(): void
  clearSelection(): void
  /** The selected groups, or the one under the cursor. */
  targets(): readonly PendingGroup[]
  /** Confirms what is proposed; a group without a proposal asks for an account instead. */
  confirm(): Promise<void>
  startCorrecting(): void
  stopCorrecting(): void
  likeOf(groups: readonly PendingGroup[]): Promise<LikeLines | null>
  /** Gives these lines an account. @param alike other lines that get it too */
  correct(groups: readonly PendingGroup[], accountCode: string, alike?: readonly LineId[]): Promise<void>
  /** Asks for the corrections behind the group under the cursor. */
  loadBehind(): Promise<void>
  forgetBehind(): Promise<void>
  undo(): Promise<void>
  forget(): void
}

const nothing = {
  groups: [],
  totalGroups: 0,
  totalLines: 0,
  doubtfulLines: 0,
  isLoaded: false,
  cursor: 0,
  selection: new Set<LineId>(),
  correcting: null,
  learned: null,
  lastUndo: null,
  behind: [],
}

export type TellCodings = (done: MessageKey, results: readonly BulkResult[]) => (() => Promise<void>) | null

/** Accounts that wait for a person's word, the cursor among them, and what is done about them. */
export const createPendingSlice =
  (client: Client, tell: TellCodings): StateCreator<PendingSlice> =>
  (set, get) => {
    let asked = 0

    async function learnedFrom(groups: readonly PendingGroup[], accountCode: string): Promise<CodingLesson | null> {
      const taught = groups.find(group => group.vendorId !== null)
      if (!taught?.vendorId) return null
      const reply = await client.call('coding.lessons', { vendorId: taught.vendorId, limit: lessonsAsked })
      return (reply.ok && behindProposal(reply.value.lessons, taught.description, accountCode)[0]) || null
    }

    return {
      ...nothing,
      onlyDoubtful: false,
      async load() {
        const mine = (asked += 1)
        const reply = await client.call('coding.pending', { onlyDoubtful: get().onlyDoubtful, limit: groupsAsked })
        if (mine !== asked) return
        if (!reply.ok) return notifyError(reply.error)
        const groups = byVendor(reply.value.groups)
        const keys = new Set(groups.map(group => group.key))
        set({
          ...reply.value,
          groups,
          isLoaded: true,
          cursor: placeAfter(get(), groups),
          selection: new Set([...get().selection].filter(key => keys.has(key))),
        })
      },
      async recount() {
        const reply = await client.call('coding.pending', { limit: 1 })
        if (reply.ok) set({ doubtfulLines: reply.value.doubtfulLines })
      },
      async setOnlyDoubtful(onlyDoubtful) {
        set({ onlyDoubtful, cursor: 0, selection: new Set() })
        await get().load()
      },
      moveTo: index => set({ cursor: Math.max(0, Math.min(index, get().groups.length - 1)) }),
      toggle(index) {
        const group = get().groups[index]
        if (!group) return
        const selection = new Set(get().selection)
        if (!selection.delete(group.key)) selection.add(group.key)
        set({ selection, cursor: index })
      },
      selectVendor() {
        const { groups, cursor, selection } = get()
        const here = groups[cursor]
        if (!here) return
        const keys = groups.filter(group => isSameVendor(group, here)).map(group => group.key)
        set({ selection: new Set([...selection, ...keys]) })
      },
      clearSelection: () => set({ selection: new Set() }),
      targets() {
        const { groups, cursor, selection } = get()
        const here = groups[cursor]
        if (selection.size > 0) return groups.filter(group => selection.has(group.key))
        return here ? [here] : []
      },
      async confirm() {
        const targets = get().targets()
        if (targets.some(group => group.accountCode === null)) return get().startCorrecting()
        const byAccount = Map.groupBy(targets, group => group.accountCode ?? '')
        const results: BulkResult[] = []
        for (const [accountCode, groups] of byAccount) {
          const lineIds = groups.flatMap(group => group.lineIds)
          const reply = await client.call('coding.confirm', { lineIds, accountCode })
          if (reply.ok) results.push(reply.value)
          else notifyError(reply.error)
        }
        set({ lastUndo: tell('coding.confirmed', results), learned: null, selection: new Set() })
        await get().load()
      },
      startCorrecting() {
        const correcting = get().targets()
        if (correcting.length > 0) set({ correcting })
      },
      stopCorrecting: () => set({ correcting: null }),
      async likeOf(groups) {
        const reply = await client.call('coding.like', { lineIds: groups.flatMap(group => group.lineIds) })
        return reply.ok ? reply.value : null
      },
      async correct(groups, accountCode, alike = []) {
        const lineIds = [...groups.flatMap(group => group.lineIds), ...alike]
        const reply = await client.call('coding.correct', { lineIds, accountCode })
        if (!reply.ok) return notifyError(reply.error)
        set({ lastUndo: tell('coding.corrected', [reply.value]), correcting: null, selection: new Set() })
        const [learned] = await Promise.all([learnedFrom(groups, accountCode), get().load()])
        set({ learned })
      },
      async loadBehind() {
        const here = get().groups[get().cursor]
        if (!here?.vendorId || !restsOnMemory(here.evidence)) return set({ behind: [] })
        const reply = await client.call('coding.lessons', { vendorId: here.vendorId, limit: lessonsAsked })
        if (get().groups[get().cursor]?.key !== here.key) return
        set({ behind: reply.ok ? behindProposal(reply.value.lessons, here.description, here.accountCode) : [] })
      },
      async forgetBehind() {
        const [lesson] = get().behind
        if (!lesson) return
        await forgetLesson(lesson)
        if (get().learned?.id === lesson.id) set({ learned: null })
      },
      async undo() {
        const { lastUndo } = get()
        set({ lastUndo: null, learned: null })
        await lastUndo?.()
        await get().load()
      },
      forget: () => set(nothing),
    }
  }

export const usePending = create<PendingSlice>()(
  createPendingSlice(engine, (done, results) => reportBulks(done)(results)),
)

export function isSameVendor(one: PendingGroup, other: PendingGroup): boolean {
  return one.vendorId === null ? one.vendorName === other.vendorName : one.vendorId === other.vendorId
}

/** Lessons that name the account, those about the same description first. */
function behindProposal(lessons: readonly CodingLesson[], description: string, accountCode: string | null) {
  const saysSame = ({ label }: CodingLesson) => Number(label.toLowerCase() === description.toLowerCase())
  return lessons
    .filter(lesson => lesson.value === accountCode)
    .toSorted((one, other) => saysSame(other) - saysSame(one))
}

/** The same groups with those of a vendor side by side, each vendor where its first group stood. */
function byVendor(groups: readonly PendingGroup[]): PendingGroup[] {
  return [...Map.groupBy(groups, group => group.vendorId ?? group.vendorName).values()].flat()
}

/** The cursor stays on its group; when that is decided, on the one that took its place. */
function placeAfter({ groups: before, cursor }: PendingSlice, groups: readonly PendingGroup[]): number {
  const key = before[cursor]?.key
  const same = groups.findIndex(group => group.key === key || (key !== undefined && group.lineIds.includes(key)))
  return same === -1 ? Math.max(0, Math.min(cursor, groups.length - 1)) : same
}
