import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Condition } from '../../../shared/automation'
import { DocumentKind, DocumentSource } from '../../../shared/document'
import { DocumentType } from '../../../shared/invoice'
import { IssueKey } from '../../../shared/issue'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { MultiSelect } from '../parts/MultiSelect'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { VendorPicker } from '../parts/VendorPicker'
import { useRules } from './rules-slice'

interface ConditionFieldsProps {
  readonly condition: Condition
  onChange(condition: Condition): void
}

const qualities = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98] as const

/** The controls of one condition. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t, percent } = useText()
  const label = t(`rules.condition.${condition.on}`)
  const placeholder = t('rules.choose')
  switch (condition.on) {
    case 'new_vendor':
      return <p className="part-text">{label}</p>
    case 'vendor':
      return <VendorFields condition={condition} onChange={onChange} />
    case 'account':
      return <AccountFields condition={condition} onChange={onChange} />
    case 'total':
      return (
        <>
          <Select
            label={label}
            value={condition.is}
            options={(['at_most', 'at_least'] as const).map(id => ({ id, label: t(`rules.is.${id}`) }))}
            onChange={is => onChange({ ...condition, is })}
          />
          <TextField
            label={t('rules.amount')}
            value={condition.amount}
            inputMode="decimal"
            isNumeric
            onChange={amount => onChange({ ...condition, amount: amount.trim() })}
          />
          <TextField
            label={t('rules.currency')}
            value={condition.currency}
            maxLength={3}
            onChange={currency => onChange({ ...condition, currency: currency.toUpperCase() })}
          />
        </>
      )
    case 'currency':
      return (
        <TextField
          label={label}
          value={condition.currencies.join(', ')}
          hint={t('rules.currencies.hint')}
          onChange={typed => onChange({ ...condition, currencies: typed.toUpperCase().split(/[\s,;]+/) })}
        />
      )
    case 'issue':
      return (
        <MultiSelect
          label={label}
          values={condition.keys}
          options={IssueKey.options.map(id => ({ id, label: t(`issue.${id}.name`) }))}
          placeholder={placeholder}
          onChange={keys => onChange({ ...condition, keys })}
        />
      )
    case 'source':
      return (
        <MultiSelect
          label={label}
          values={condition.sources}
          options={DocumentSource.options.map(id => ({ id, label: t(`source.${id}`) }))}
          placeholder={placeholder}
          onChange={sources => onChange({ ...condition, sources })}
        />
      )
    case 'type':
      return (
        <MultiSelect
          label={label}
          values={condition.types}
          options={DocumentType.options.map(id => ({ id, label: t(`type.${id}`) }))}
          placeholder={placeholder}
          onChange={types => onChange({ ...condition, types })}
        />
      )
    case 'file':
      return (
        <MultiSelect
          label={label}
          values={condition.kinds}
          options={DocumentKind.options.map(id => ({ id, label: id.toUpperCase() }))}
          placeholder={placeholder}
          onChange={kinds => onChange({ ...condition, kinds })}
        />
      )
    case 'quality':
      return (
        <>
          <Select
            label={label}
            value={condition.is}
            options={(['at_least', 'below'] as const).map(id => ({ id, label: t(`rules.is.${id}`) }))}
            onChange={is => onChange({ ...condition, is })}
          />
          <Select
            label={t('rules.quality')}
            value={String(condition.value)}
            options={qualities.map(value => ({ id: String(value), label: percent(value) }))}
            onChange={value => onChange({ ...condition, value: Number(value) })}
          />
        </>
      )
  }
}

type Of<On extends Condition['on']> = {
  readonly condition: Extract<Condition, { on: On }>
  onChange(condition: Condition): void
}

function VendorFields({ condition, onChange }: Of<'vendor'>) {
  const { t } = useText()
  const names = useRules(state => state.vendorNames)
  const { vendorIds } = condition
  return (
    <div className="part-list">
      <VendorPicker
        label={t('rules.condition.vendor')}
        onChoose={({ id, name }) => {
          useRules.getState().nameVendor(id, name)
          if (!vendorIds.includes(id)) onChange({ ...condition, vendorIds: [...vendorIds, id] })
        }}
      />
      <Chosen
        items={vendorIds.map(id => ({ id, label: names[id] ?? '…' }))}
        onRemove={id => onChange({ ...condition, vendorIds: vendorIds.filter(one => one !== id) })}
      />
    </div>
  )
}

function AccountFields({ condition, onChange }: Of<'account'>) {
  const { t } = useText()
  const { codes } = condition
  return (
    <div className="part-list">
      <AccountPicker
        label={t('rules.condition.account')}
        value={null}
        onChange={({ code }) => {
          if (!codes.includes(code)) onChange({ ...condition, codes: [...codes, code] })
        }}
      />
      <Chosen
        items={codes.map(code => ({ id: code, label: code }))}
        onRemove={code => onChange({ ...condition, codes: codes.filter(one => one !== code) })}
      />
    </div>
  )
}

interface ChosenProps {
  readonly items: readonly { readonly id: string; readonly label: string }[]
  onRemove(id: string): void
}

function Chosen({ items, onRemove }: ChosenProps) {
  const { t } = useText()
  return (
    <div className="chips">
      {items.map(({ id, label }) => (
        <AriaButton
          key={id}
          className="chip"
          aria-label={t('rules.chosen.remove', { name: label })}
          onPress={() => onRemove(id)}
        >
          {label}
          <X aria-hidden="true" />
        </AriaButton>
      ))}
    </div>
  )
}
