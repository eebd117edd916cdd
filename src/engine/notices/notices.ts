import type { EventData, EventName } from '../../shared/contract'
import type { PersonId } from '../../shared/ids'
import { NoticeKind, type Notice } from '../../shared/notice'
import type { Settings } from '../../shared/settings'
import type { EngineLog } from '../host'
import { sittingPerson } from '../people/sitting'
import type { Announce } from '../queue/announcer'
import type { Store } from '../store/open'
import { unattended } from '../unattended'
import { newlyUrgent, nothingUrgent, urgentCount, urgentNow, type Urgent } from './urgent'

/**
 * Changes come in a row: what one moment brought is told together. While a batch is being read, most of its news is told
 * with its end. In milliseconds.
 */
const delaysMs = { soon: 1_000, later: 2 * 60_000 }
type When = keyof typeof delaysMs

export interface NoticeParts {
  readonly store: Store
  settings(): Settings
  /** Whether documents are on the road. */
  isReading(): boolean
  readonly announce: Announce
  readonly log: EngineLog
}

/** Notices what has become urgent and tells it grouped, never one document at a time. */
export interface Notices {
  /** Something was announced; it may be news soon. */
  hear<N extends EventName>(event: N, data: EventData<N>): void
  /** Compares with the look before, and tells what is new. */
  look(): void
  stop(): void
}

/** What stands there already is no news, but for questions to whoever sits down. */
export function noticeNews({ store, settings, isReading, announce, log }: NoticeParts): Notices {
  let person: PersonId | null = sittingPerson(store.db)?.id ?? null
  let before: Urgent = { ...urgentNow(store.db, null), asked: nothingUrgent.asked }
  let badge = 0
  let finished = 0
  let failedBackups = 0
  /** Told once: a watched folder tries again and again until there is room. */
  let disk: 'roomy' | 'low' | 'told' = 'roomy'
  let timer: NodeJS.Timeout | undefined
  let waitsFor: When | null = null
  let isStopped = false

  function plan(when: When): void {
    if (isStopped || waitsFor === 'soon' || waitsFor === when) return
    clearTimeout(timer)
    waitsFor = when
    timer = setTimeout(lookAlone, delaysMs[when])
    timer.unref()
  }

  // What could not be told is told with the next look.
  const lookAlone = unattended(log, 'what is new could not be looked up', look)

  function look(): void {
    clearTimeout(timer)
    waitsFor = null
    const sits = sittingPerson(store.db)?.id ?? null
    if (sits !== person) before = { ...before, asked: nothingUrgent.asked }
    person = sits
    const now = urgentNow(store.db, person)
    const counts = {
      ...newlyUrgent(before, now),
      batch_finished: finished,
      failed_backup: failedBackups,
      disk_low: disk === 'low' ? 1 : 0,
    }
    before = now
    finished = 0
    failedBackups = 0
    if (disk === 'low') disk = 'told'
    const { notifications, language } = settings()
    const wanted = NoticeKind.options.filter(kind => counts[kind] > 0 && notifications[kind])
    const notices = wanted.map((kind): Notice => ({ kind, count: counts[kind] }))
    if (notices.length > 0) announce('notices.raised', { notices, language })
    tellBadge(notifications.badge ? urgentCount(now) : 0)
  }

  function tellBadge(count: number): void {
    if (count === badge) return
    badge = count
    announce('badge.changed', { count })
  }

  plan('soon')
  return {
    hear(event, data) {
      if (event === 'queue.finished') finished += (data as EventData<'queue.finished'>).documents
      if (event === 'backup.failed') failedBackups += 1
      if (event === 'disk.low' && disk === 'roomy') disk = 'low'
      if (event === 'queue.finished') disk = 'roomy'
      if (event === 'document.changed' || event === 'counts.changed') plan(isReading() ? 'later' : 'soon')
      if (
        event === 'queue.finished' ||
        event === 'backup.failed' ||
        event === 'disk.low' ||
        event === 'people.changed' ||
        event === 'settings.changed'
      )
        plan('soon')
    },
    look,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
