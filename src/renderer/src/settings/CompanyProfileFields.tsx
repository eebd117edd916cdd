import { useState } from 'react'
import { PlainAmount, type CompanyProfile } from '../../../shared/company-profile'
import { useText } from '../i18n/t'
import { engine } from '../engine-client'
import { Switch } from '../parts/Checkbox'
import { SavedTextField } from '../parts/SavedTextField'
import { Select } from '../parts/Select'
import { notifyError } from '../parts/toasts'
import { useSettings } from './settings-slice'
import { TradeGuessNote } from './TradeGuessNote'

const goodsPolicies = ['none', 'direct', 'periodic', 'perpetual'] as const

/** What the company does, in its own words, and what coding understood of it, to be put right. */
export function CompanyProfileFields() {
  const { t, money } = useText()
  const profile = useSettings(state => state.settings.companyProfile)
  const { change } = useSettings.getState()
  const [isThresholdWrong, setThresholdWrong] = useState(false)

  async function understand(description: string): Promise<void> {
    if (description === '') return void (await change({ companyProfile: null }))
    const reply = await engine.call('company.understand', { description })
    if (reply.ok) await change({ companyProfile: reply.value })
    else notifyError(reply.error)
  }

  function saveThreshold(text: string, told: CompanyProfile): void {
    const isPlain = PlainAmount.safeParse(text).success
    setThresholdWrong(text !== '' && !isPlain)
    if (text !== '' && !isPlain) return
    const currency = told.capitalThreshold?.currency ?? useSettings.getState().settings.homeCurrency
    void change({ companyProfile: { ...told, capitalThreshold: text === '' ? null : { amount: text, currency } } })
  }

  return (
    <>
      <SavedTextField
        className="wide"
        label={t('settings.profile')}
        hint={t('settings.profile.hint')}
        value={profile?.description ?? ''}
        maxLength={4000}
        onSave={description => void understand(description)}
      />
      {profile === null && <TradeGuessNote />}
      {profile && (
        <>
          <Select
            label={t('settings.profile.goods')}
            value={profile.goods}
            options={goodsPolicies.map(id => ({ id, label: t(`settings.profile.goods.${id}`) }))}
            onChange={goods => void change({ companyProfile: { ...profile, goods } })}
          />
          <SavedTextField
            label={t('settings.profile.threshold')}
            hint={
              profile.capitalThreshold
                ? `${money(profile.capitalThreshold.amount, profile.capitalThreshold.currency)} ${profile.capitalThreshold.currency}`
                : t('settings.profile.threshold.none')
            }
            {...(isThresholdWrong ? { error: t('error.value_invalid', { reason: 'ambiguous_amount' }) } : {})}
            value={profile.capitalThreshold?.amount ?? ''}
            inputMode="decimal"
            onSave={text => saveThreshold(text, profile)}
          />
          <Switch
            isSelected={profile.hasDepartments}
            onChange={hasDepartments => void change({ companyProfile: { ...profile, hasDepartments } })}
            hint={t('settings.profile.departments.hint')}
          >
            {t('settings.profile.departments')}
          </Switch>
        </>
      )}
    </>
  )
}
