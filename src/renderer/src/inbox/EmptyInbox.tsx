import { FilePlus, FlaskConical, FolderPlus, Inbox, RotateCcw, SearchX, TriangleAlert } from 'lucide-react'
import { useRestore } from '../backups/restore-slice'
import { useCompany } from '../app/company-slice'
import { useCounts } from '../app/counts-slice'
import { chooseFolder } from '../app/intake'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useSettings } from '../settings/settings-slice'
import { FirstRun } from './FirstRun'
import { isFiltered, useInbox } from './inbox-slice'

/** What stands where the list would be: a first welcome, a filter that finds nothing, or why it could not be read. */
export function EmptyInbox() {
  const received = useCounts(state => state.conservation.received)
  const status = useInbox(state => state.status)
  if (status === 'failed') return <FailedList />
  return received === 0 ? <FirstFiles /> : <NothingMatches />
}

function FirstFiles() {
  const { t } = useText()
  const isSample = useCompany(state => state.company?.key === 'sample')
  const isSwitching = useCompany(state => state.isSwitching)
  return (
    <div className="empty">
      <div className="empty-card">
        <Inbox aria-hidden="true" />
        <h2>{t('inbox.empty.title')}</h2>
        <p>{t('inbox.empty.body')}</p>
        {!isSample && <FirstRun />}
        <div className="empty-actions">
          <Button tone="primary" icon={FilePlus} command="file.add">
            {t('inbox.addFiles')}
          </Button>
          <Button icon={FolderPlus} onPress={chooseFolder}>
            {t('inbox.addFolder')}
          </Button>
          {!isSample && (
            <Button
              icon={FlaskConical}
              isDisabled={isSwitching}
              onPress={() => void useCompany.getState().open('sample')}
            >
              {t('inbox.empty.samples')}
            </Button>
          )}
          {!isSample && (
            <Button icon={RotateCcw} onPress={() => useRestore.getState().open()}>
              {t('restore.offer')}
            </Button>
          )}
        </div>
        {!isSample && <small>{t('inbox.empty.samplesHint')}</small>}
      </div>
    </div>
  )
}

function NothingMatches() {
  const { t } = useText()
  const filter = useInbox(state => state.filter)
  const archiveAfterDays = useSettings(state => state.settings.archiveAfterDays)
  if (!isFiltered(filter))
    return (
      <div className="empty">
        <div className="empty-card">
          <Inbox aria-hidden="true" />
          <h2>{t(`inbox.none.${filter.tab}`)}</h2>
          <p>{t(`inbox.none.${filter.tab}.body`, { days: archiveAfterDays })}</p>
        </div>
      </div>
    )
  return (
    <div className="empty">
      <div className="empty-card">
        <SearchX aria-hidden="true" />
        <h2>{t('inbox.none.title')}</h2>
        <p>{t('inbox.none.body')}</p>
        <div className="empty-actions">
          <Button onPress={() => void useInbox.getState().clearFilters()}>{t('inbox.filter.clear')}</Button>
        </div>
      </div>
    </div>
  )
}

function FailedList() {
  const text = useText()
  const error = useInbox(state => state.error)
  return (
    <div className="empty">
      <div className="empty-card" role="alert">
        <TriangleAlert aria-hidden="true" />
        <h2>{text.t('inbox.failed.title')}</h2>
        {error && <p>{errorText(text, error)}</p>}
        <div className="empty-actions">
          <Button onPress={() => void useInbox.getState().load()}>{text.t('inbox.tryAgain')}</Button>
        </div>
      </div>
    </div>
  )
}
