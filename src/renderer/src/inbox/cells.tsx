import { AlarmClock, CircleQuestionMark, Send, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { InboxRow } from '../../../shared/inbox'
import { useNow } from '../app/clock'
import { usePeople } from '../app/people-slice'
import { ageText, approvalText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { IssueText } from '../parts/IssueText'
import { Money } from '../parts/Money'
import { StatePill } from '../parts/StatePill'
import type { ColumnId } from './columns'
import { reviewRow } from './inbox-actions'

interface CellProps {
  readonly row: InboxRow
  readonly index: number
}

/** How each column draws a document. */
export const cells: Readonly<Record<ColumnId, (props: CellProps) => ReactNode>> = {
  state: ({ row }) => (
    <Cell>
      <StatePill
        state={row.state}
        step={row.step}
        severity={row.worstIssue?.severity ?? null}
        joinedInto={row.joinedInto}
      />
    </Cell>
  ),
  vendor: VendorCell,
  number: ({ row }) => (
    <Cell className="soft" title={row.number}>
      {row.number ?? '—'}
    </Cell>
  ),
  type: TypeCell,
  issued: ({ row }) => <DayCell day={row.issueDate} />,
  due: ({ row }) => <DayCell day={row.dueDate} />,
  total: ({ row }) => (
    <Cell className="right">
      <Money amount={row.total} currency={row.currency} />
    </Cell>
  ),
  issue: ({ row }) => (
    <Cell className="issue-cell">
      <WaitsFor row={row} />
      {row.worstIssue && <IssueText issue={row.worstIssue} more={row.openIssues - 1} />}
    </Cell>
  ),
  quality: QualityCell,
  account: AccountCell,
  assignee: AssigneeCell,
  source: SourceCell,
  age: AgeCell,
}

interface PlainCellProps {
  readonly className?: string
  readonly title?: string | null | undefined
  readonly children: ReactNode
}

function Cell({ className, title, children }: PlainCellProps) {
  return (
    <div role="gridcell" className={className === undefined ? 'cell' : `cell ${className}`} title={title ?? undefined}>
      {children}
    </div>
  )
}

function DayCell({ day }: { readonly day: string | null }) {
  const text = useText()
  return (
    <Cell className="soft num" title={text.date(day)}>
      {text.shortDate(day)}
    </Cell>
  )
}

function TypeCell({ row }: CellProps) {
  const { t } = useText()
  return <Cell className="soft">{row.type ? t(`type.${row.type}`) : '—'}</Cell>
}

function AccountCell({ row }: CellProps) {
  const { t } = useText()
  return <Cell className="soft num">{row.severalAccounts ? t('inbox.severalAccounts') : (row.accountCode ?? '—')}</Cell>
}

function SourceCell({ row }: CellProps) {
  const { t } = useText()
  return <Cell className="source">{t(`source.${row.source}`)}</Cell>
}

function AgeCell({ row }: CellProps) {
  const text = useText()
  const now = useNow()
  return (
    <Cell className="age right num" title={text.instant(row.receivedAt)}>
      {ageText(text, row.receivedAt, now)}
    </Cell>
  )
}

/** Beside its worst problem: that it is overdue, that it waits for more approvals or for an answer. */
function WaitsFor({ row }: { readonly row: InboxRow }) {
  const text = useText()
  const now = useNow()
  const { approval, holdUntil } = row
  const isOverdue = holdUntil != null && Date.parse(`${holdUntil}T23:59:59`) < now
  return (
    <>
      {row.isOverdue === true && holdUntil == null && (
        <span className="waits-for overdue" title={text.t('inbox.overdue.hint')}>
          <AlarmClock role="img" aria-label={text.t('inbox.overdue')} />
        </span>
      )}
      {approval && <span className="waits-for">{approvalText(text, approval)}</span>}
      {holdUntil != null && (
        <span className={isOverdue ? 'waits-for overdue' : 'waits-for'} title={text.date(holdUntil)}>
          {isOverdue && <TriangleAlert aria-hidden="true" />}
          {text.t(isOverdue ? 'hold.overdue' : 'hold.dueOn', { date: text.shortDate(holdUntil) })}
        </span>
      )}
    </>
  )
}

function AssigneeCell({ row }: CellProps) {
  const { t } = useText()
  const person = usePeople(state => state.people.find(({ id }) => id === row.assigneeId))
  if (!person) return <Cell className="soft">—</Cell>
  return (
    <Cell title={t('review.assignee', { name: person.name })}>
      <span className="initials">{person.initials}</span>
    </Cell>
  )
}

function QualityCell({ row: { quality } }: CellProps) {
  const { t, percent } = useText()
  const score = quality === null ? null : Math.floor(quality * 100)
  const told = score === null ? null : t('inbox.quality', { percent: percent(score / 100) })
  return (
    <Cell className="soft right num" title={told}>
      {score ?? '—'}
    </Cell>
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

function VendorCell({ row, index }: CellProps) {
  const { t } = useText()
  const name = row.vendorName ?? row.fileName
  const isUnknown = row.vendorName !== null && !row.vendorKnown
  const told = isUnknown ? t('inbox.vendorUnknown', { name }) : name
  return (
    <Cell className="vendor" title={`${told}\n${row.fileName} · #${row.intakeNumber}`}>
      {row.sentToModel && <ModelIcon sent={row.sentToModel} />}
      {isUnknown && <CircleQuestionMark role="img" aria-label={t('inbox.vendorNotKnown')} />}
      <span className={isUnknown ? 'vendor-link vendor-unknown' : 'vendor-link'} onClick={() => void reviewRow(index)}>
        {name}
      </span>
    </Cell>
  )
}
