import {
  FolderTree,
  ChartColumn,
  History,
  Inbox,
  RefreshCw,
  ScanSearch,
  Settings,
  Store,
  Workflow,
  type LucideIcon,
} from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { usePending } from '../coding/pending-slice'
import { commandById } from '../commands/registry'
import type { MessageKey } from '../i18n/messages'
import { useText } from '../i18n/t'
import { Tooltip } from '../parts/Tooltip'
import { waitingForPerson } from '../sync/alert'
import { useCounts } from './counts-slice'
import { useLedger } from './ledger-slice'
import { useNavigation, type Screen } from './navigation'

interface RailItemProps {
  readonly screen: Screen
  readonly icon: LucideIcon
  readonly label: MessageKey
  readonly count?: number
}

/** The screens, with how many documents in each need a person. */
export function Rail() {
  const { t } = useText()
  const toReview = useCounts(state => state.tabs.needs_review)
  const failed = useCounts(state => state.tabs.failed)
  const atSync = useLedger(state => waitingForPerson(state.ledger))
  const doubtful = usePending(state => state.doubtfulLines)
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <RailItem screen="inbox" icon={Inbox} label="nav.inbox" count={toReview + failed} />
      <RailItem screen="review" icon={ScanSearch} label="nav.review" count={toReview} />
      <RailItem screen="vendors" icon={Store} label="nav.vendors" />
      <RailItem screen="accounts" icon={FolderTree} label="nav.accounts" count={doubtful} />
      <RailItem screen="rules" icon={Workflow} label="nav.rules" />
      <RailItem screen="analytics" icon={ChartColumn} label="nav.analytics" />
      <RailItem screen="sync" icon={RefreshCw} label="nav.sync" count={atSync} />
      <RailItem screen="activity" icon={History} label="nav.activity" />
      <div className="rail-gap" />
      <p className="rail-hint">
        <strong>{t('drop.anywhere')}</strong>
        {t('drop.types')}
      </p>
      <RailItem screen="settings" icon={Settings} label="nav.settings" />
    </nav>
  )
}

function RailItem({ screen, icon: Icon, label, count = 0 }: RailItemProps) {
  const { t, number } = useText()
  const isHere = useNavigation(state => state.screen === screen)
  const command = commandById(`go.${screen}`)
  const keys = command?.keys?.[0]
  return (
    <Tooltip text={t(label)} delay={900} {...(keys !== undefined && { keys })}>
      <AriaButton
        className={isHere ? 'rail-item on' : 'rail-item'}
        {...(isHere && { 'aria-current': 'page' as const })}
        onPress={() => void command?.run?.()}
      >
        <Icon aria-hidden="true" />
        <span className="rail-label">{t(label)}</span>
        {count > 0 && (
          <>
            <span className="rail-count num" aria-hidden="true">
              {number(count)}
            </span>
            <span className="visually-hidden">{`, ${t('nav.needAttention', { count })}`}</span>
          </>
        )}
      </AriaButton>
    </Tooltip>
  )
}
