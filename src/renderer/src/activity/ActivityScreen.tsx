import { CircleAlert, FileArchive, Scale, ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useNavigation } from '../app/navigation'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { ActivityFilters } from './ActivityFilters'
import { ActivityList } from './ActivityList'
import { packScope, useActivity } from './activity-slice'
import { PastPane } from './PastPane'

/** Everything that happened, newest first; what was then; and what proves it. */
export function ActivityScreen() {
  const text = useText()
  const { t } = text
  const filter = useActivity(state => state.filter)
  const isPacking = useActivity(state => state.isPacking)
  const past = useActivity(state => state.past)
  const error = useActivity(state => state.error)
  useEffect(() => void useActivity.getState().load(), [])
  return (
    <>
      <header className="head">
        <h1>{t('activity.title')}</h1>
        <ChainMark />
        <span className="head-gap" />
        <Button icon={Scale} onPress={() => useNavigation.getState().show('conservation')}>
          {t('conservation.title')}
        </Button>
        <Button
          icon={FileArchive}
          isDisabled={packScope(filter) === null || isPacking}
          onPress={() => void useActivity.getState().pack()}
        >
          {t(isPacking ? 'activity.packing' : 'activity.pack')}
        </Button>
      </header>
      <ActivityFilters />
      {packScope(filter) === null && <p className="activity-hint">{t('activity.packHint')}</p>}
      {error && <FormError>{errorText(text, error)}</FormError>}
      <div className="activity-body">
        <ActivityList />
        {past && <PastPane past={past} />}
      </div>
    </>
  )
}

/** Whether the journal's chain is whole, checked when the screen opened. */
function ChainMark() {
  const { t, number } = useText()
  const chain = useActivity(state => state.chain)
  if (!chain) return null
  const head = `${chain.head.sequence} ${chain.head.hash}`
  return chain.isIntact ? (
    <span className="pill good num" title={t('activity.head', { head })}>
      <ShieldCheck aria-hidden="true" />
      {t('activity.verified', { count: chain.rows, shown: number(chain.rows) })}
    </span>
  ) : (
    <span className="pill critical num" role="alert">
      <CircleAlert aria-hidden="true" />
      {t('settings.verify.journalBroken', { row: chain.brokenAt ?? 0, fault: chain.fault ?? 'other' })}
    </span>
  )
}
