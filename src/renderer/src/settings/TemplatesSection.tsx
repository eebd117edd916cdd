import { History, Save } from 'lucide-react'
import { useEffect, useState } from 'react'
import { OnFailure, type TemplateStep, type TemplateView } from '../../../shared/template'
import { actorText, errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { FormError } from '../parts/FormError'
import { Select } from '../parts/Select'
import { choiceOf, isChanged, shownTemplate, useTemplates } from './templates-slice'

const attempts = [1, 2, 3, 4, 5] as const
const limits = [5, 15, 30, 60, 120, 300, 900, 1800, 3600] as const

/** Which steps documents go through, by type, and what happens when one fails. */
export function TemplatesSection() {
  const text = useText()
  const { t, language } = text
  const templates = useTemplates(state => state.templates)
  const shown = useTemplates(shownTemplate)
  const draft = useTemplates(state => state.draft)
  const error = useTemplates(state => state.error)
  const { load, choose, save, discard } = useTemplates.getState()
  useEffect(() => void load(), [load])
  return (
    <>
      <p className="muted">{t('templates.intro')}</p>
      {shown && (
        <>
          <div className="form">
            <Select
              label={t('templates.type')}
              value={shown.key}
              options={templates.map(({ key, name }) => ({ id: key, label: name[language] }))}
              onChange={choose}
            />
            <Versions key={`${shown.key} ${shown.version}`} template={shown} />
          </div>
          <StepTable template={shown} />
          {isChanged(shown, draft) && (
            <div className="actions">
              <Button tone="primary" icon={Save} onPress={() => void save()}>
                {t('templates.save', { version: shown.version + 1 })}
              </Button>
              <Button onPress={discard}>{t('templates.discard')}</Button>
            </div>
          )}
        </>
      )}
      {error && <FormError>{errorText(text, error)}</FormError>}
    </>
  )
}

function Versions({ template }: { readonly template: TemplateView }) {
  const text = useText()
  const { t, instant } = text
  const [chosen, setChosen] = useState(template.version)
  const own = template.versions.map(({ version, at, actor }) => ({
    id: String(version),
    label: t('templates.version.own', { version, at: instant(at), actor: actorText(text, actor) }),
  }))
  return (
    <>
      <Select
        label={t('templates.version')}
        value={String(chosen)}
        options={[...own, { id: '0', label: t('templates.version.shipped') }]}
        onChange={version => setChosen(Number(version))}
      />
      {chosen !== template.version && (
        <div className="actions">
          <Button icon={History} onPress={() => void useTemplates.getState().restore(chosen)}>
            {t('templates.version.restore')}
          </Button>
        </div>
      )}
    </>
  )
}

function StepTable({ template }: { readonly template: TemplateView }) {
  const { t, language } = useText()
  return (
    <table className="step-table" aria-label={t('templates.table', { name: template.name[language] })}>
      <thead>
        <tr>
          {(['step', 'isOn', 'attempts', 'limit', 'failure'] as const).map(column => (
            <th key={column} scope="col">
              {t(`templates.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {template.steps.map(step => (
          <StepRow key={step.key} step={step} all={template.steps} />
        ))}
      </tbody>
    </table>
  )
}

function StepRow({ step, all }: { readonly step: TemplateStep; readonly all: readonly TemplateStep[] }) {
  const { t, language } = useText()
  const draft = useTemplates(state => state.draft)
  const { change } = useTemplates.getState()
  const choice = choiceOf(step, draft)
  const name = step.name[language]
  const before = all.filter(({ key }) => step.dependsOn.includes(key)).map(other => other.name[language])
  const seconds = limits.some(limit => limit === choice.limitSeconds) ? limits : [choice.limitSeconds, ...limits]
  return (
    <tr data-off={!choice.isOn}>
      <th scope="row">
        {name}
        {before.length > 0 && <small>{t('templates.after', { steps: before.join(', ') })}</small>}
      </th>
      <td>
        <Switch isSelected={choice.isOn} onChange={isOn => change(step.key, { isOn })}>
          <span className="visually-hidden">{t('templates.isOn.of', { step: name })}</span>
        </Switch>
      </td>
      <td>
        <Select
          label={t('templates.attempts.of', { step: name })}
          value={String(choice.attempts)}
          options={attempts.map(count => ({ id: String(count), label: String(count) }))}
          onChange={count => change(step.key, { attempts: Number(count) })}
        />
      </td>
      <td>
        <Select
          label={t('templates.limit.of', { step: name })}
          value={String(choice.limitSeconds)}
          options={seconds.map(limit => ({
            id: String(limit),
            label:
              limit < 60
                ? t('templates.limit.seconds', { count: limit })
                : t('templates.limit.minutes', { count: Math.round(limit / 60) }),
          }))}
          onChange={limit => change(step.key, { limitSeconds: Number(limit) })}
        />
      </td>
      <td>
        <Select
          label={t('templates.failure.of', { step: name })}
          value={choice.onFailure}
          options={OnFailure.options.map(policy => ({ id: policy, label: t(`templates.failure.${policy}`) }))}
          onChange={onFailure => change(step.key, { onFailure })}
        />
      </td>
    </tr>
  )
}
