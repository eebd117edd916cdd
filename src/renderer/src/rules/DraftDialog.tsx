import { useState } from 'react'
import { RunMode } from '../../../shared/automation'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { Dialog } from '../parts/Dialog'
import { FormError } from '../parts/FormError'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { ActionsEditor } from './ActionsEditor'
import { ConditionsEditor } from './ConditionsEditor'
import { StepsEditor } from './StepsEditor'
import { TrialPanel } from './TrialPanel'
import { useRules, type Draft } from './rules-slice'

/** Writes a rule or a policy: a name, when it holds, and what it means; a rule is tried before it is kept. */
export function DraftDialog({ start }: { readonly start: Draft }) {
  const text = useText()
  const { t } = text
  const [draft, setDraft] = useState(start)
  const error = useRules(state => state.draftError)
  const { edit, save } = useRules.getState()
  const { kind, body } = draft
  // One that holds for nearly everything is looked for in all that was received.
  const [isSaving, setSaving] = useState(false)
  const keep = async () => {
    setSaving(true)
    await save(trimmed(draft))
    setSaving(false)
  }
  const isRoutedOnly = draft.kind === 'policy' && draft.body.isRoutedOnly === true
  const isWhole = body.name.trim() !== '' && (draft.kind === 'policy' || draft.body.actions.length > 0)
  return (
    <Dialog
      title={t(
        start.id === null
          ? `${kind === 'rule' ? 'rules' : 'policies'}.new`
          : `${kind === 'rule' ? 'rules' : 'policies'}.change`,
      )}
      isOpen
      size="large"
      onClose={() => edit(null)}
      actions={
        <>
          {error && <FormError>{errorText(text, error)}</FormError>}
          <Button onPress={() => edit(null)}>{t('dialog.cancel')}</Button>
          <Button tone="primary" isDisabled={!isWhole} isPending={isSaving} onPress={() => void keep()}>
            {t('rules.save')}
          </Button>
        </>
      }
    >
      <div className="draft">
        <div className="form">
          <TextField
            label={t('rules.name')}
            value={body.name}
            onChange={name => setDraft(withBody(draft, { name }))}
            maxLength={80}
            autoFocus
          />
          {draft.kind === 'rule' ? (
            <Select
              label={t('rules.mode')}
              value={draft.mode}
              options={RunMode.options.map(one => ({ id: one, label: t(`rules.mode.${one}`) }))}
              onChange={mode => setDraft({ ...draft, mode })}
              hint={t('rules.mode.hint')}
            />
          ) : (
            <>
              <Switch isSelected={draft.isOn} onChange={isOn => setDraft({ ...draft, isOn })}>
                {t('policies.isOn')}
              </Switch>
              <Switch
                isSelected={isRoutedOnly}
                onChange={chosen => setDraft({ ...draft, body: { ...draft.body, isRoutedOnly: chosen } })}
                hint={t('policies.isRoutedOnly.hint')}
              >
                {t('policies.isRoutedOnly')}
              </Switch>
            </>
          )}
        </div>
        {!isRoutedOnly && (
          <ConditionsEditor
            conditions={body.conditions}
            onChange={conditions => setDraft(withBody(draft, { conditions }))}
          />
        )}
        {draft.kind === 'rule' ? (
          <>
            <ActionsEditor
              actions={draft.body.actions}
              onChange={actions => setDraft({ ...draft, body: { ...draft.body, actions } })}
            />
            <TrialPanel body={draft.body} />
          </>
        ) : (
          <StepsEditor body={draft.body} onChange={changed => setDraft({ ...draft, body: changed })} />
        )}
      </div>
    </Dialog>
  )
}

function withBody(draft: Draft, change: Partial<Pick<Draft['body'], 'name' | 'conditions'>>): Draft {
  return draft.kind === 'rule'
    ? { ...draft, body: { ...draft.body, ...change } }
    : { ...draft, body: { ...draft.body, ...change } }
}

function trimmed(draft: Draft): Draft {
  return withBody(draft, { name: draft.body.name.trim() })
}
