import { Check, Pause, SquarePen, X } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { useInbox } from './inbox-slice'
import { selectedSums } from './selection'

/** Actions on the selection, with how many and how much it is. */
export function BulkBar() {
  const { t, money } = useText()
  const selection = useInbox(state => state.selection)
  const rows = useInbox(state => state.rows)
  if (selection.size === 0) return null
  const sums = selectedSums(selection, rows)?.map(sum => `${money(sum.amount, sum.currency)} ${sum.currency}`)
  return (
    <div className="bulk" role="toolbar" aria-label={t('inbox.bulk')}>
      <strong className="num" role="status">
        {t('inbox.selected', { count: selection.size })}
      </strong>
      {sums && sums.length > 0 && <span className="two num">{sums.slice(0, 3).join(' · ')}</span>}
      <span className="sep" />
      <Button icon={Check} command="documents.approve">
        {t('inbox.approve')}
      </Button>
      <Button icon={SquarePen} command="documents.account">
        {t('inbox.setAccount')}
      </Button>
      <Button icon={Pause} command="documents.hold">
        {t('inbox.hold')}
      </Button>
      <Button icon={X} command="documents.reject">
        {t('inbox.reject')}
      </Button>
      <IconButton label={t('inbox.clearSelection')} icon={X} keys="Esc" onPress={useInbox.getState().clearSelection} />
    </div>
  )
}
