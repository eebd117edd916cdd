import { useState } from 'react'
import type { AccountView } from '../../../shared/account'
import { DocumentType, type FieldName } from '../../../shared/invoice'
import { fieldLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { DateInput } from '../parts/DateInput'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { setAccountOnTargets, setFieldOnTargets } from './inbox-actions'

/** What many invoices may well have in common; a number or a total is never the same. */
const editable = ['due_date', 'issue_date', 'currency', 'document_type', 'buyer.tax_id'] as const satisfies FieldName[]
type What = 'account' | (typeof editable)[number]

interface EditDialogProps {
  readonly count: number
  onClose(): void
}

/** One value for all chosen documents: the account of their lines or a field of their headers. */
export function EditDialog({ count, onClose }: EditDialogProps) {
  const text = useText()
  const { t } = text
  const [what, setWhat] = useState<What>('account')
  const [account, setAccount] = useState<AccountView | null>(null)
  const [value, setValue] = useState('')
  const isReady = what === 'account' ? account !== null : value.trim() !== ''

  function choose(next: What) {
    setWhat(next)
    setValue(next === 'document_type' ? 'invoice' : '')
  }

  function submit() {
    onClose()
    if (what !== 'account') void setFieldOnTargets(what, value.trim())
    else if (account) void setAccountOnTargets(account.code)
  }

  return (
    <Dialog title={t('inbox.edit.title', { count })} isOpen onClose={onClose}>
      <DialogForm action={t('inbox.edit.apply')} isReady={isReady} onSubmit={submit} onBack={onClose}>
        <Select
          label={t('inbox.edit.what')}
          value={what}
          options={[
            { id: 'account', label: t('inbox.account.label') },
            ...editable.map(field => ({ id: field, label: fieldLabel(text, field) })),
          ]}
          onChange={choose}
        />
        {what === 'account' && (
          <AccountPicker
            label={t('inbox.account.label')}
            value={account?.code ?? null}
            onChange={setAccount}
            autoFocus
          />
        )}
        {(what === 'due_date' || what === 'issue_date') && (
          <DateInput label={fieldLabel(text, what)} value={value} onChange={setValue} />
        )}
        {what === 'document_type' && (
          <Select
            label={fieldLabel(text, what)}
            value={value}
            options={DocumentType.options.map(type => ({ id: type as string, label: t(`type.${type}`) }))}
            onChange={setValue}
          />
        )}
        {(what === 'currency' || what === 'buyer.tax_id') && (
          <TextField label={fieldLabel(text, what)} value={value} onChange={setValue} maxLength={50} autoFocus />
        )}
        <p className="muted">{t('inbox.edit.hint')}</p>
      </DialogForm>
    </Dialog>
  )
}
