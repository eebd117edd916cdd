import { CheckCheck, FilePlus, FolderPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { InboxTab } from '../../../shared/inbox'
import { useCounts } from '../app/counts-slice'
import { chooseFolder } from '../app/intake'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Tabs } from '../parts/Tabs'
import { BulkBar } from './BulkBar'
import { EmptyInbox } from './EmptyInbox'
import { InboxDialogs } from './InboxDialogs'
import { InboxFilters } from './InboxFilters'
import { InboxGrid } from './InboxGrid'
import { InboxPreview } from './InboxPreview'
import { useInboxActions } from './inbox-actions'
import { useInbox } from './inbox-slice'
import { usePreview } from './preview-slice'

/** Every document received, the most urgent first. */
export function InboxScreen() {
  const total = useInbox(state => state.total)
  const status = useInbox(state => state.status)
  const received = useCounts(state => state.conservation.received)
  const isEmpty = status !== 'loading' && total === 0
  const showsPreview = usePreview(state => state.isOpen)
  const list = isEmpty ? <EmptyInbox /> : <InboxGrid />
  return (
    <>
      <InboxHead />
      {received === 0 ? (
        list
      ) : (
        <StateTabs>
          <InboxFilters />
          <div className="inbox-body">
            {list}
            {showsPreview && !isEmpty && <InboxPreview />}
          </div>
        </StateTabs>
      )}
      <BulkBar />
      <InboxDialogs />
    </>
  )
}

function InboxHead() {
  const { t } = useText()
  const sortBy = useInbox(state => state.sort.by)
  const ready = useCounts(state => state.tabs.ready)
  const received = useCounts(state => state.conservation.received)
  return (
    <header className="head">
      <h1>{t('inbox.title')}</h1>
      {received > 0 && <span className="head-note">{t(`inbox.sorted.${sortBy}`)}</span>}
      <div className="head-actions">
        <IconButton label={t('inbox.addFolder')} icon={FolderPlus} onPress={chooseFolder} keys="Mod+Shift+O" />
        <Button command="file.add" icon={FilePlus}>
          {t('inbox.addFiles')}
        </Button>
        {ready > 0 && (
          <Button tone="primary" icon={CheckCheck} onPress={() => useInboxActions.getState().ask('approveReady')}>
            {t('inbox.approveReady', { count: ready })}
          </Button>
        )}
      </div>
    </header>
  )
}

function StateTabs({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const tab = useInbox(state => state.filter.tab)
  const counts = useCounts(state => state.tabs)
  return (
    <Tabs
      label={t('inbox.tabs')}
      chosen={tab}
      tabs={InboxTab.options.map(id => ({ id, label: t(`inbox.tab.${id}`), count: counts[id] }))}
      onChoose={id => void useInbox.getState().showTab(id)}
    >
      {children}
    </Tabs>
  )
}
