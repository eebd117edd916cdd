import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog } from '../parts/Dialog'
import { AutopilotPanel } from './AutopilotPanel'
import { DraftDialog } from './DraftDialog'
import { PolicyList } from './PolicyList'
import { RuleList } from './RuleList'
import { useRules } from './rules-slice'

/** What happens without a person, and whose approval is needed. */
export function RulesScreen() {
  const { t } = useText()
  const draft = useRules(state => state.draft)
  const confirmation = useRules(state => state.confirmation)
  const count = useRules(state => state.rules.length)
  useEffect(() => void useRules.getState().load(), [])
  const { applyToWaiting, closeConfirmation } = useRules.getState()
  return (
    <>
      <header className="head">
        <h1>{t('rules.title')}</h1>
        <span className="head-gap" />
        {count > 0 && <Button onPress={() => void applyToWaiting()}>{t('rules.applyToWaiting')}</Button>}
        <Button tone="primary" icon={Plus} command="rules.new">
          {t('rules.new')}
        </Button>
      </header>
      <div className="rules-body">
        <RuleList />
        <AutopilotPanel />
        <PolicyList />
      </div>
      {draft && <DraftDialog key={draft.id ?? 'new'} start={draft} />}
      <ConfirmDialog
        isOpen={confirmation !== null}
        title={t('rules.everything.title')}
        body={t('rules.everything.body', { count: confirmation?.count ?? 0 })}
        action={t('rules.everything.action', { count: confirmation?.count ?? 0 })}
        onConfirm={() => void confirmation?.run()}
        onClose={closeConfirmation}
      />
    </>
  )
}
