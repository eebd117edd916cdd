import { CircleQuestionMark, Send, TriangleAlert } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import type { InboxRow } from '../../../shared/contract'
import { useNow } from '../app/clock'
import { ageText, approvalText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { CheckMark } from '../parts/Checkbox'
import { IssueText } from '../parts/IssueText'
import { Money } from '../parts/Money'
import { StatePill } from '../parts/StatePill'
import { reviewRow } from './inbox-actions'
import { useInbox } from './inbox-slice'

interface InboxRowProps {
  readonly index: number
  /** Distance from the top of the list, in pixels. */
  readonly top: number
  /** Not there yet while it is being read. */
  readonly row: InboxRow | undefined
}

/** Id of a row's element, which the grid names as its active one. */
export function rowId(index: number): string {
  return `inbox-row-${index}`
}

/** One document of the list. */
export const InboxRowView = memo(function InboxRowView({ index, top, row }: InboxRowProps) {
  const { t } = useText()
  const isCursor = useInbox(state => state.cursor === index)
  const isSelected = useInbox(state => row !== undefined && state.selection.has(row.documentId))
  const onClick = (event: MouseEvent) => {
    const inbox = useInbox.getState()
    if (event.ctrlKey || event.metaKey) inbox.toggle(index)
    else inbox.moveTo(index, event.shiftKey)
  }
  return (
    <div
      id={rowId(index)}
      role="row"
      className={isCursor ? 'grid-row cursor' : 'grid-row'}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      data-document-id={row?.documentId}
      data-state={row?.state}
      onClick={onClick}
      onDoubleClick={() => void reviewRow(index)}
    >
      {row ? (
        <RowCells row={row} index={index} isSelected={isSelected} />
      ) : (
        <div role="gridcell" className="cell muted">
          {t('inbox.rowLoading')}
        </div>
      )}
    </div>
  )
})

interface RowCellsProps {
  readonly row: InboxRow
  readonly index: number
  readonly isSelected: boolean
}

function RowCells({ row, index, isSelected }: RowCellsProps) {
  const text = useText()
  const now = useNow()
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    const inbox = useInbox.getState()
    if (event.shiftKey) inbox.moveTo(index, true)
    else inbox.toggle(index)
  }
  return (
    <>
      <div role="gridcell" className="cell select" onClick={toggle} onDoubleClick={event => event.stopPropagation()}>
        <CheckMark state={isSelected ? 'all' : 'none'} />
      </div>
      <div role="gridcell" className="cell">
        <StatePill state={row.state} step={row.step} severity={row.worstIssue?.severity ?? null} />
      </div>
      <VendorCell row={row} index={index} />
      <div role="gridcell" className="cell soft" title={row.number ?? undefined}>
        {row.number ?? '—'}
      </div>
      <div role="gridcell" className="cell soft num" title={text.date(row.issueDate)}>
        {text.shortDate(row.issueDate)}
      </div>
      <div role="gridcell" className="cell soft num" title={text.date(row.dueDate)}>
        {text.shortDate(row.dueDate)}
      </div>
      <div role="gridcell" className="cell right">
        <Money amount={row.total} currency={row.currency} />
      </div>
      <div role="gridcell" className="cell">
        <WaitsFor row={row} />
        {row.worstIssue && <IssueText issue={row.worstIssue} more={row.openIssues - 1} />}
      </div>
      <QualityCell quality={row.quality} />
      <div role="gridcell" className="cell soft num">
        {row.severalAccounts ? text.t('inbox.severalAccounts') : (row.accountCode ?? '—')}
      </div>
      <div role="gridcell" className="cell source">
        {text.t(`source.${row.source}`)}
      </div>
      <div role="gridcell" className="cell age right num" title={text.instant(row.receivedAt)}>
        {ageText(text, row.receivedAt, now)}
      </div>
    </>
  )
}

/** What a document without a worse problem waits for: more approvals, an answer, a named person. */
function WaitsFor({ row }: { readonly row: InboxRow }) {
  const text = useText()
  const now = useNow()
  const { approval, holdUntil, assignee } = row
  const isOverdue = holdUntil != null && Date.parse(`${holdUntil}T23:59:59`) < now
  return (
    <>
      {assignee != null && <span className="assignee">{assignee} </span>}
      {approval && <span className="waits-for">{approvalText(text, approval)} </span>}
      {holdUntil != null && (
        <span className={isOverdue ? 'waits-for overdue' : 'waits-for'}>
          {isOverdue && <TriangleAlert aria-hidden="true" />}
          {text.t(isOverdue ? 'hold.overdue' : 'hold.dueOn', { date: text.shortDate(holdUntil) })}
        </span>
      )}
    </>
  )
}

function QualityCell({ quality }: { readonly quality: number | null }) {
  const { t, percent } = useText()
  const told = quality === null ? undefined : t('inbox.quality', { percent: percent(quality) })
  return (
    <div role="gridcell" className="cell soft right num" title={told}>
      {quality === null ? '—' : Math.floor(quality * 100)}
    </div>
  )
}

function ModelIcon({ sent }: { readonly sent: NonNullable<InboxRow['sentToModel']> }) {
  const text = useText()
  const label = text.t('model.mark.inbox', { model: sent.model, at: text.instant(sent.at) })
  return (
    <span className="model-icon" role="img" aria-label={label} title={label}>
      <Send aria-hidden="true" />
    </span>
  )
}

function VendorCell({ row, index }: { readonly row: InboxRow; readonly index: number }) {
  const { t } = useText()
  const name = row.vendorName ?? row.fileName
  const isUnknown = row.vendorName !== null && !row.vendorKnown
  const told = isUnknown ? t('inbox.vendorUnknown', { name }) : name
  return (
    <div role="gridcell" className="cell vendor" title={`${told}\n${row.fileName} · #${row.intakeNumber}`}>
      {row.sentToModel && <ModelIcon sent={row.sentToModel} />}
      {isUnknown && <CircleQuestionMark role="img" aria-label={t('inbox.vendorNotKnown')} />}
      <span className={isUnknown ? 'vendor-link vendor-unknown' : 'vendor-link'} onClick={() => void reviewRow(index)}>
        {name}
      </span>
    </div>
  )
}
