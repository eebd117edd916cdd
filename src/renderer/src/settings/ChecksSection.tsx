import { minor, toDecimal } from '../../../shared/money'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { Button } from '../parts/Button'
import { Checkbox } from '../parts/Checkbox'
import { DateInput } from '../parts/DateInput'
import { Select } from '../parts/Select'
import { useSettings } from './settings-slice'

/** In minor units of the home currency. */
const tolerances = [0, 1, 2, 5, 10, 50, 100] as const
const differenceLimits = [0, 10, 50, 100, 200, 500, 1000] as const
const archiveAges = [0, 30, 90, 180, 365] as const
const bars = [0.7, 0.8, 0.85, 0.9, 0.95, 0.99] as const
const scanLanguages = ['spa', 'eng', 'deu', 'fra', 'ita', 'nld', 'por'] as const

/** How strict reading and checking are. */
export function ChecksSection() {
  const { t, money, percent } = useText()
  const settings = useSettings(state => state.settings)
  const { change } = useSettings.getState()
  const amount = (units: number) =>
    `${money(toDecimal(minor(units), settings.homeCurrency), settings.homeCurrency)} ${settings.homeCurrency}`
  return (
    <>
      <div className="form">
        <Select
          label={t('settings.tolerance')}
          value={String(settings.roundingTolerance)}
          options={numbers(tolerances, settings.roundingTolerance).map(units => ({
            id: String(units),
            label: amount(units),
          }))}
          onChange={units => void change({ roundingTolerance: Number(units) })}
          hint={t('settings.tolerance.hint', { amount: amount(settings.roundingTolerance) })}
        />
        <Select
          label={t('settings.differenceLimit')}
          value={String(settings.differenceLimit)}
          options={numbers(differenceLimits, settings.differenceLimit).map(units => ({
            id: String(units),
            label: units === 0 ? t('settings.differenceLimit.none') : amount(units),
          }))}
          onChange={units => void change({ differenceLimit: Number(units) })}
          hint={t('settings.differenceLimit.hint')}
        />
        <div>
          <AccountPicker
            label={t('settings.differenceAccount')}
            value={settings.differenceAccount}
            onChange={({ code }) => void change({ differenceAccount: code })}
            hint={t('settings.differenceAccount.hint')}
          />
          {settings.differenceAccount !== null && (
            <Button tone="ghost" className="small" onPress={() => void change({ differenceAccount: null })}>
              {t('account.clear')}
            </Button>
          )}
        </div>
        <Select
          label={t('settings.checkBar')}
          value={String(settings.checkBar)}
          options={numbers(bars, settings.checkBar).map(bar => ({ id: String(bar), label: percent(bar) }))}
          onChange={bar => void change({ checkBar: Number(bar) })}
          hint={t('settings.checkBar.hint')}
        />
        <DateInput
          label={t('settings.closedUntil')}
          value={settings.closedUntil ?? ''}
          onChange={day => void change({ closedUntil: day === '' ? null : day })}
          hint={t('settings.closedUntil.hint')}
        />
        <Select
          label={t('settings.archive')}
          value={String(settings.archiveAfterDays)}
          options={numbers(archiveAges, settings.archiveAfterDays).map(days => ({
            id: String(days),
            label: days === 0 ? t('settings.archive.never') : t('settings.archive.days', { count: days }),
          }))}
          onChange={days => void change({ archiveAfterDays: Number(days) })}
          hint={t('settings.archive.hint')}
        />
      </div>
      <div className="field sub" role="group" aria-label={t('settings.ocr')}>
        <span className="field-label" aria-hidden="true">
          {t('settings.ocr')}
        </span>
        {scanLanguages.map(language => (
          <Checkbox
            key={language}
            isSelected={settings.ocrLanguages.includes(language)}
            onChange={isSelected => {
              const others = settings.ocrLanguages.filter(one => one !== language)
              const ocrLanguages = isSelected ? [...others, language] : others
              // One language at least: a scan read with none would be empty.
              if (ocrLanguages.length > 0) void change({ ocrLanguages })
            }}
          >
            {t(`settings.ocr.${language}`)}
          </Checkbox>
        ))}
      </div>
    </>
  )
}

function numbers(offered: readonly number[], present: number): readonly number[] {
  return offered.includes(present) ? offered : [...offered, present].sort((left, right) => left - right)
}
