import { CircleAlert, CircleCheck, CloudOff, Send, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { OutsideModelSettings, OutsideModelStatus } from '../../../shared/outside-model'
import { dollars } from '../i18n/model-text'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Switch } from '../parts/Checkbox'
import { Facts } from '../parts/Facts'
import { SavedTextField } from '../parts/SavedTextField'
import { Select } from '../parts/Select'
import { Pill } from '../parts/StatePill'
import { useModel } from './model-slice'
import { ModelKey } from './ModelKey'
import { ModelPreviewButtons } from './ModelPreviewButtons'
import { SentToModel } from './SentToModel'
import { useSettings } from './settings-slice'

/** Whether anything of this company's documents may leave the machine, what, for how much, and what did. */
export function ModelSection() {
  const { t } = useText()
  const settings = useSettings(state => state.settings.outsideModel)
  const status = useModel(state => state.status)
  useEffect(() => void useModel.getState().load(), [])
  const change = (patch: Partial<OutsideModelSettings>) =>
    void useSettings.getState().change({ outsideModel: { ...settings, ...patch } })
  return (
    <>
      <p>
        <StatePillOf isOn={settings.isOn} hasKey={status?.hasKey ?? false} />
      </p>
      <p className="model-about">{t('model.about')}</p>
      <Switch isSelected={settings.isOn} onChange={isOn => change({ isOn })} hint={t('model.on.hint')}>
        {t('model.on')}
      </Switch>
      <div className="model-parts">
        <Switch
          isSelected={settings.readsPages}
          onChange={readsPages => change({ readsPages })}
          hint={t('model.readsPages.hint')}
        >
          {t('model.readsPages')}
        </Switch>
        <Switch
          isSelected={settings.codesLines}
          onChange={codesLines => change({ codesLines })}
          hint={t('model.codesLines.hint')}
        >
          {t('model.codesLines')}
        </Switch>
      </div>
      {status && (
        <>
          <Choices settings={settings} status={status} change={change} />
          <ModelKey status={status} />
          <Trouble status={status} isOn={settings.isOn} />
          <ModelPreviewButtons />
          <Spending settings={settings} status={status} />
          <SentToModel />
        </>
      )}
    </>
  )
}

function StatePillOf({ isOn, hasKey }: { readonly isOn: boolean; readonly hasKey: boolean }) {
  const { t } = useText()
  if (!isOn)
    return (
      <Pill icon={CloudOff} tone="quiet">
        {t('model.state.off')}
      </Pill>
    )
  return hasKey ? (
    <Pill icon={Send} tone="info">
      {t('model.state.on')}
    </Pill>
  ) : (
    <Pill icon={TriangleAlert} tone="check">
      {t('model.state.noKey')}
    </Pill>
  )
}

interface ChoicesProps {
  readonly settings: OutsideModelSettings
  readonly status: OutsideModelStatus
  change(patch: Partial<OutsideModelSettings>): void
}

function Choices({ settings, status, change }: ChoicesProps) {
  const text = useText()
  const { t } = text
  const price = (amount: number) => text.decimal(String(amount))
  return (
    <div className="form sub">
      <Select
        label={t('model.name')}
        value={settings.model}
        options={status.models.map(({ id, name, input, output }) => ({
          id,
          label: t('model.name.price', { name, input: price(input), output: price(output) }),
        }))}
        onChange={model => change({ model })}
        hint={t('model.name.hint')}
      />
      <SavedTextField
        label={t('model.budget')}
        value={String(settings.monthlyBudget)}
        inputMode="numeric"
        maxLength={5}
        hint={t('model.budget.hint')}
        onSave={entered => {
          // Anything else springs back to what is in force.
          if (/^\d{1,5}$/.test(entered) && Number(entered) <= 10_000) change({ monthlyBudget: Number(entered) })
        }}
      />
    </div>
  )
}

/** Why nothing is asked at the moment, and how the last test went. */
function Trouble({ status, isOn }: { readonly status: OutsideModelStatus; readonly isOn: boolean }) {
  const text = useText()
  const error = useModel(state => state.error)
  const tested = useModel(state => state.tested)
  const shown = error ?? (isOn ? status.lastError : null)
  return (
    <div role="status">
      {shown && (
        <p className="form-error sub">
          <CircleAlert aria-hidden="true" />
          {errorText(text, shown)}
        </p>
      )}
      {tested && !error && (
        <p className="form-good sub">
          <CircleCheck aria-hidden="true" />
          {text.t('model.test.good', { model: tested.model, cost: dollars(text, tested.cost) })}
        </p>
      )}
    </div>
  )
}

function Spending({ settings, status }: Pick<ChoicesProps, 'settings' | 'status'>) {
  const text = useText()
  const { t, number, instant } = text
  const spent = { spent: dollars(text, status.spent), budget: number(settings.monthlyBudget) }
  const facts: readonly (readonly [string, string])[] = [
    [t('model.spent'), t('model.spent.of', spent)],
    [t('model.calls'), number(status.callsThisMonth)],
    [t('model.waiting'), number(status.waiting)],
    ...(status.pausedUntil === null ? [] : [[t('model.pausedUntil'), instant(status.pausedUntil)] as const]),
  ]
  return <Facts facts={facts} />
}
