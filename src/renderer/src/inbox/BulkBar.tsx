import { Check, FileOutput, ListChecks, Pause, RotateCcw, ScanText, SquarePen, UserRound, X } from 'lucide-react'
import type { InboxTab } from '../../../shared/inbox'
import { BillFormat } from '../../../shared/bill-record'
import { isTeamOf, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { exportTargets } from './export-bills'
import { useInbox } from './inbox-slice'
import { selectedSums } from './selection'

/** Tabs of documents that wait or left: what they need is a way back. */
const offTheRoad: readonly InboxTab[] = ['on_hold', 'posted', 'aside']

/** Actions on the selection, with how many and how much it is. */
export function BulkBar() {
  const { t, money } = useText()
  const selection = useInbox(state => state.selection)
  const rows = useInbox(state => state.rows)
  const leftTheRoad = useInbox(state => offTheRoad.includes(state.filter.tab))
  if (selection.size === 0) return null
  const sums = (selectedSums(selection, rows) ?? []).map(sum => `${money(sum.amount, sum.currency)} ${sum.currency}`)
  return (
    <div className="bulk" role="toolbar" aria-label={t('inbox.bulk')}>
      <div className="bulk-what num">
        <strong role="status">{t('inbox.selected', { count: selection.size })}</strong>
        {sums.map(sum => (
          <span key={sum}>{sum}</span>
        ))}
      </div>
      <span className="sep" />
      {leftTheRoad ? <WaysBack /> : <WaysOn />}
      <Menu
        label={t('bills.export')}
        choices={BillFormat.options.map(id => ({ id, label: t(`bills.export.${id}`) }))}
        onChoose={id => void exportTargets(BillFormat.parse(id))}
      >
        <Button icon={FileOutput}>{t('bills.export')}</Button>
      </Menu>
      <IconButton label={t('inbox.clearSelection')} icon={X} keys="Esc" onPress={useInbox.getState().clearSelection} />
    </div>
  )
}

function WaysOn() {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  return (
    <>
      <Button icon={Check} command="documents.approve">
        {t('inbox.approve')}
      </Button>
      <Button icon={SquarePen} command="documents.edit">
        {t('inbox.edit')}
      </Button>
      <Button icon={ListChecks} command="documents.settle">
        {t('inbox.settle')}
      </Button>
      {isTeam && (
        <Button icon={UserRound} command="documents.assign">
          {t('assign.action')}
        </Button>
      )}
      <Button icon={Pause} command="documents.hold">
        {t('inbox.hold')}
      </Button>
      <Button icon={X} command="documents.reject">
        {t('inbox.reject')}
      </Button>
    </>
  )
}

function WaysBack() {
  const { t } = useText()
  return (
    <>
      <Button icon={RotateCcw} command="documents.restore">
        {t('inbox.restore')}
      </Button>
      <Button icon={ScanText} command="documents.retry">
        {t('inbox.retry')}
      </Button>
    </>
  )
}
