import type { InvoiceView, LineView } from '../../../../shared/invoice'
import { useText } from '../../i18n/t'
import { Money } from '../../parts/Money'
import { fieldOf, lineTarget } from '../state/progress'
import { useReview } from '../state/review-store'
import { sumOfLines } from './columns'

/** Lines of one account taken together, with their sum; shown only where an account has several. */
export function AccountGroups({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useText()
  const focused = useReview(state => state.focused)
  const { moveTo } = useReview.getState()
  const coded = invoice.lines.filter(line => line.accountCode !== null)
  const groups = [...Map.groupBy(coded, line => line.accountCode ?? '')]
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  if (groups.length === coded.length) return null
  return (
    <ul className="rv-groups" aria-label={t('review.lines.groups')}>
      {groups.map(([code, lines]) => (
        <li key={code}>
          <button type="button" className="rv-group" onClick={() => moveTo(lineTarget(after(lines, focused).id))}>
            <span className="num">{code}</span> {lines[0]?.accountName}
            <span className="muted num">{t('review.lines.group', { count: lines.length })}</span>
            <Money amount={sumOfLines(lines)} currency={currency} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The group's line after the one in hand, so that pressing again walks through all of them. */
function after(lines: readonly LineView[], focused: string | null): LineView {
  const at = lines.findIndex(line => lineTarget(line.id) === focused)
  const next = lines[(at + 1) % lines.length]
  if (!next) throw new RangeError('a group has lines')
  return next
}
