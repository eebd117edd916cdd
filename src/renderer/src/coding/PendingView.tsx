import { CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { CorrectDialog } from './CorrectDialog'
import { LearnedNotice } from './LearnedNotice'
import { PendingList } from './PendingList'
import { usePending } from './pending-slice'
import { WhyPanel } from './WhyPanel'

/** What waits for a person's word on the left, why the group in hand was proposed its account on the right. */
export function PendingView() {
  const isEmpty = usePending(state => state.isLoaded && state.groups.length === 0)
  const isLoaded = usePending(state => state.isLoaded)
  const correcting = usePending(state => state.correcting)
  useEffect(() => void usePending.getState().load(), [])
  if (!isLoaded) return <div aria-busy="true" />
  return (
    <>
      <PendingHead />
      <LearnedNotice />
      {isEmpty ? (
        <NothingPending />
      ) : (
        <div className="pending-split">
          <PendingList />
          <WhyPanel />
        </div>
      )}
      {correcting && <CorrectDialog groups={correcting} />}
    </>
  )
}

function PendingHead() {
  const { t } = useText()
  const { totalLines, totalGroups, doubtfulLines, groups, onlyDoubtful, selection } = usePending()
  const { setOnlyDoubtful, clearSelection } = usePending.getState()
  const more = totalGroups - groups.length
  return (
    <div className="coding-bar">
      <span className="muted num" role="status">
        {selection.size > 0
          ? t('coding.pending.selected', { count: selection.size })
          : t('coding.pending.count', { lines: totalLines, groups: totalGroups, doubtful: doubtfulLines })}
        {more > 0 && ` · ${t('coding.pending.more', { count: more })}`}
      </span>
      {selection.size > 0 && (
        <Button tone="ghost" className="small" onPress={clearSelection}>
          {t('coding.pending.clear')}
        </Button>
      )}
      <span className="head-gap" />
      <Switch isSelected={onlyDoubtful} onChange={wanted => void setOnlyDoubtful(wanted)}>
        {t('coding.pending.onlyDoubtful')}
      </Switch>
    </div>
  )
}

function NothingPending() {
  const { t } = useText()
  const onlyDoubtful = usePending(state => state.onlyDoubtful)
  return (
    <div className="empty">
      <div className="empty-card">
        <CircleCheck aria-hidden="true" />
        <h2>{t('coding.pending.none.title')}</h2>
        <p>{t(onlyDoubtful ? 'coding.pending.noneDoubtful' : 'coding.pending.none.body')}</p>
      </div>
    </div>
  )
}
