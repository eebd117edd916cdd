import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { PendingGroup } from '../../../shared/coding'
import { useText } from '../i18n/t'
import { CheckMark } from '../parts/Checkbox'
import { Pill, type PillTone } from '../parts/StatePill'
import { bandTones, groupBand, groupText, type ChanceBand } from './coding-text'
import { isSameVendor, usePending } from './pending-slice'
import { numberedMost } from './CandidateList'

/** The list, so that coming to the screen puts the keys into it. */
const pendingListId = 'pending-list'

const groupId = (key: string) => `pending-${key}`

/** Accounts to confirm, those of a vendor together: one tab stop, arrows inside, one key decides a whole group. */
export function PendingList() {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const groups = usePending(state => state.groups)
  const cursor = usePending(state => state.cursor)
  const here = groups[cursor]

  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (here) document.getElementById(groupId(here.key))?.scrollIntoView({ block: 'nearest' })
  }, [here])

  return (
    <div
      ref={list}
      id={pendingListId}
      className="pending"
      role="grid"
      data-pane="pending"
      aria-label={t('coding.pending.list')}
      aria-multiselectable="true"
      aria-activedescendant={here && groupId(here.key)}
      tabIndex={0}
      onKeyDown={event => {
        if (moveInList(event)) event.preventDefault()
      }}
    >
      {vendorsOf(groups).map(([first, ...others]) => (
        <div key={first.group.key} role="rowgroup" aria-label={first.group.vendorName}>
          <VendorHeading groups={[first, ...others].map(({ group }) => group)} />
          {[first, ...others].map(({ group, index }) => (
            <GroupRow key={group.key} group={group} index={index} isCursor={index === cursor} />
          ))}
        </div>
      ))}
    </div>
  )
}

function VendorHeading({ groups }: { readonly groups: readonly PendingGroup[] }) {
  const { t } = useText()
  const lines = groups.reduce((sum, group) => sum + group.lineIds.length, 0)
  return (
    <div role="row" className="pending-vendor">
      <span role="rowheader">{groups[0]?.vendorName || t('coding.pending.vendorUnknown')}</span>
      <span role="gridcell" className="muted num">
        {t('coding.pending.lines', { count: lines })}
      </span>
    </div>
  )
}

interface GroupRowProps {
  readonly group: PendingGroup
  readonly index: number
  readonly isCursor: boolean
}

const icons: Readonly<Record<ChanceBand | 'choose', LucideIcon>> = {
  sure: CircleCheck,
  likely: CircleHelp,
  doubtful: TriangleAlert,
  guess: CircleDashed,
  choose: CircleAlert,
}
const tones: Readonly<Record<ChanceBand | 'choose', PillTone>> = { ...bandTones, choose: 'critical' }

function GroupRow({ group, index, isCursor }: GroupRowProps) {
  const { t, percent } = useText()
  const isSelected = usePending(state => state.selection.has(group.key))
  const { moveTo, toggle } = usePending.getState()
  const band = groupBand(group)
  const onClick = (event: MouseEvent) => (event.ctrlKey || event.metaKey ? toggle(index) : moveTo(index))
  return (
    <div
      id={groupId(group.key)}
      role="row"
      className={isCursor ? 'pending-row cursor' : 'pending-row'}
      aria-selected={isSelected}
      onClick={onClick}
    >
      <span
        role="gridcell"
        className="pending-check"
        onClick={event => {
          event.stopPropagation()
          toggle(index)
        }}
      >
        <CheckMark state={isSelected ? 'all' : 'none'} />
      </span>
      <span role="gridcell" className="pending-text" title={groupText(group)}>
        {groupText(group)}
      </span>
      <span role="gridcell" className="pending-lines muted num">
        {t('coding.pending.lines', { count: group.lineIds.length })}
        {group.documents > 1 && (
          <span className="pending-documents"> · {t('coding.pending.documents', { count: group.documents })}</span>
        )}
      </span>
      <span role="gridcell" className="pending-account" title={group.accountName ?? undefined}>
        {group.accountCode === null ? (
          <span className="critical-ink">{t('coding.pending.noAccount')}</span>
        ) : (
          <>
            <span className="num">{group.accountCode}</span> {group.accountName}
          </>
        )}
      </span>
      <span role="gridcell" className="pending-band" title={percent(group.probability)}>
        <Pill icon={icons[band]} tone={tones[band]}>
          {t(`coding.band.${band}`)}
        </Pill>
      </span>
    </div>
  )
}

interface Placed {
  readonly group: PendingGroup
  readonly index: number
}

function vendorsOf(groups: readonly PendingGroup[]): [Placed, ...Placed[]][] {
  const vendors: [Placed, ...Placed[]][] = []
  for (const [index, group] of groups.entries()) {
    const last = vendors.at(-1)
    if (last && isSameVendor(last[0].group, group)) last.push({ group, index })
    else vendors.push([{ group, index }])
  }
  return vendors
}

/** Rows that Page Up and Page Down step over. */
const pageRows = 10

/** Arrows, ends, Space and the numbers of the accounts offered. @returns whether the key was one of them */
function moveInList(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false
  const { cursor, groups, moveTo, toggle, correct, confirm, selection } = usePending.getState()
  const here = groups[cursor]
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0
  if (digit > 0 && digit <= numberedMost) {
    const candidate = here?.candidates[digit - 1]
    if (!here || !candidate || event.repeat || selection.size > 0) return true
    void (candidate.accountCode === here.accountCode ? confirm() : correct([here], candidate.accountCode))
    return true
  }
  switch (event.key) {
    case 'ArrowUp':
      moveTo(cursor - 1)
      return true
    case 'ArrowDown':
      moveTo(cursor + 1)
      return true
    case 'PageUp':
      moveTo(cursor - pageRows)
      return true
    case 'PageDown':
      moveTo(cursor + pageRows)
      return true
    case 'Home':
      moveTo(0)
      return true
    case 'End':
      moveTo(groups.length - 1)
      return true
    case ' ':
      toggle(cursor)
      moveTo(cursor + 1)
      return true
    default:
      return false
  }
}
