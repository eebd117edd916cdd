import { Check, GitMerge, Inbox, Sparkles } from 'lucide-react'
import type { VendorView } from '../../../shared/vendor'
import { useNavigation } from '../app/navigation'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { useInbox } from '../inbox/inbox-slice'
import { AccountPicker } from '../parts/AccountPicker'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { SavedTextField } from '../parts/SavedTextField'
import { Pill } from '../parts/StatePill'
import { countryName } from '../settings/countries'
import { VendorHistory } from './VendorHistory'
import { VendorLessons } from './VendorLessons'
import { useVendors } from './vendors-slice'

/** One vendor's record; every change is saved when focus leaves its field. */
export function VendorRecord() {
  const { t } = useText()
  const vendor = useVendors(state => state.vendors.find(({ id }) => id === state.chosenId))
  if (!vendor)
    return (
      <div className="empty">
        <p className="muted">{t('vendors.choose')}</p>
      </div>
    )
  return <Record key={vendor.id} vendor={vendor} />
}

function Record({ vendor }: { readonly vendor: VendorView }) {
  const text = useText()
  const { t, language } = text
  const error = useVendors(state => state.saveError)
  const { update } = useVendors.getState()
  const showInvoices = () => {
    useNavigation.getState().show('inbox')
    void useInbox.getState().setFilter({ vendorId: vendor.id, tab: 'all', search: '' })
  }
  return (
    <section className="record" aria-label={vendor.name}>
      <header className="record-head">
        <h2>{vendor.name}</h2>
        {vendor.isNew && (
          <span title={t('vendors.new.hint')}>
            <Pill icon={Sparkles} tone="info">
              {t('vendors.new')}
            </Pill>
          </span>
        )}
        <div className="head-actions">
          {vendor.isNew && (
            <Button icon={Check} onPress={() => void update({ name: vendor.name })}>
              {t('vendors.confirm')}
            </Button>
          )}
          <Button icon={GitMerge} command="vendors.merge">
            {t('vendors.merge.ask')}
          </Button>
          <Button icon={Inbox} onPress={showInvoices}>
            {t('vendors.invoices', { count: vendor.invoiceCount })}
          </Button>
        </div>
      </header>
      {error && <FormError>{errorText(text, error)}</FormError>}
      <div className="form">
        <SavedTextField
          className="wide"
          label={t('vendors.name')}
          value={vendor.name}
          maxLength={255}
          onSave={name => name !== '' && void update({ name })}
        />
        <SavedTextField
          label={t('vendors.taxId')}
          value={vendor.taxId ?? ''}
          maxLength={50}
          onSave={taxId => void update({ taxId: taxId === '' ? null : taxId })}
        />
        <dl className="field">
          <dt className="field-label">{t('vendors.country')}</dt>
          <dd className="field-value">{vendor.country === null ? '—' : countryName(language, vendor.country)}</dd>
        </dl>
        <div className="wide">
          <AccountPicker
            label={t('vendors.account')}
            hint={t('vendors.account.hint')}
            value={vendor.defaultAccountCode}
            onChange={account => void update({ defaultAccountCode: account.code })}
          />
          {vendor.defaultAccountCode !== null && (
            <Button tone="ghost" className="small" onPress={() => void update({ defaultAccountCode: null })}>
              {t('account.clear')}
            </Button>
          )}
        </div>
        <VendorLessons vendorId={vendor.id} />
        <VendorHistory vendorId={vendor.id} />
        <div className="wide field">
          <h3 className="field-label">{t('vendors.aliases')}</h3>
          {vendor.aliases.length === 0 ? (
            <p className="muted">{t('vendors.aliases.none')}</p>
          ) : (
            <ul className="chips">
              {vendor.aliases.map(alias => (
                <li key={alias} className="pill quiet">
                  {alias}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}
