import { useMemo, useSyncExternalStore } from 'react'
import type { InboxSort } from '../../../shared/inbox'
import { InboxColumn } from '../../../shared/inbox-columns'
import { activePeople, usePeople } from '../app/people-slice'
import type { MessageKey } from '../i18n/messages'
import { useSettings } from '../settings/settings-slice'
import { usePreview } from './preview-slice'

export type ColumnId = 'state' | InboxColumn

export interface ShownColumn {
  readonly id: ColumnId
  readonly label: MessageKey
  /** What a click on the head sorts by. */
  readonly sort?: InboxSort['by']
  readonly className?: string
  /** In pixels; narrower than this the list scrolls sideways. */
  readonly min: number
  /** In pixels, or a share of what is left. */
  readonly max: number | `${number}fr`
}

const columns: Readonly<Record<ColumnId, Omit<ShownColumn, 'id'>>> = {
  state: { label: 'inbox.column.state', sort: 'urgency', min: 126, max: 126 },
  vendor: { label: 'inbox.column.vendor', sort: 'vendor', min: 140, max: '1.1fr' },
  number: { label: 'inbox.column.number', sort: 'number', min: 100, max: '0.6fr' },
  type: { label: 'inbox.column.type', min: 84, max: 130 },
  issued: { label: 'inbox.column.issued', sort: 'issued', min: 90, max: 96 },
  due: { label: 'inbox.column.due', sort: 'due', min: 90, max: 96 },
  total: { label: 'inbox.column.total', sort: 'total', className: 'right', min: 122, max: 132 },
  issue: { label: 'inbox.column.issue', min: 150, max: '1.4fr' },
  quality: { label: 'inbox.column.quality', sort: 'quality', className: 'right', min: 60, max: 60 },
  account: { label: 'inbox.column.account', min: 64, max: 64 },
  assignee: { label: 'inbox.column.assignee', min: 84, max: 84 },
  source: { label: 'inbox.column.source', className: 'source', min: 76, max: 92 },
  age: { label: 'inbox.column.age', sort: 'received', className: 'right', min: 60, max: 60 },
}

/** What a list shows until somebody chose, where it has room. */
const usual: readonly InboxColumn[] = InboxColumn.options.filter(id => id !== 'type')

/** Left out where the list is too narrow for the words of the others. */
const onlyWide: readonly InboxColumn[] = ['quality', 'source']

/** What is left of them beside the glance at a document, which shows the rest. */
const besidePreview: readonly InboxColumn[] = ['vendor', 'number', 'due', 'total', 'issue', 'assignee']

const selectWidth = 40
const wide = () => window.matchMedia('(min-width: 1500px)')

function onWidth(listener: () => void): () => void {
  const query = wide()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Columns a person may choose from: with nobody to assign to, the assignee is none. */
export function useColumnChoices(): readonly InboxColumn[] {
  const hasPeople = usePeople(state => activePeople(state.people).length > 1)
  return useMemo(() => InboxColumn.options.filter(id => id !== 'assignee' || hasPeople), [hasPeople])
}

/** Columns chosen by the person, or the usual ones. */
export function useChosenColumns(): readonly InboxColumn[] {
  const chosen = useSettings(state => state.settings.inboxColumns)
  const choices = useColumnChoices()
  const isWide = useSyncExternalStore(onWidth, () => wide().matches)
  const hasPreview = usePreview(state => state.isOpen)
  return useMemo(() => {
    const fitting = hasPreview ? besidePreview : usual.filter(id => isWide || !onlyWide.includes(id))
    return (chosen ?? fitting).filter(id => choices.includes(id))
  }, [chosen, choices, isWide, hasPreview])
}

export function columnLabel(id: ColumnId): MessageKey {
  return columns[id].label
}

export interface GridColumns {
  readonly shown: readonly ShownColumn[]
  /** `grid-template-columns`. */
  readonly template: string
  /** Width in pixels below which the list scrolls sideways. */
  readonly minWidth: number
}

/** The columns of the list as drawn. */
export function useGridColumns(): GridColumns {
  const chosen = useChosenColumns()
  return useMemo(() => {
    const shown = (['state', ...chosen] as const).map((id): ShownColumn => ({ id, ...columns[id] }))
    const widths = shown.map(({ min, max }) => `minmax(${min}px, ${typeof max === 'number' ? `${max}px` : max})`)
    return {
      shown,
      template: `${selectWidth}px ${widths.join(' ')}`,
      minWidth: shown.reduce((sum, { min }) => sum + min, selectWidth),
    }
  }, [chosen])
}
