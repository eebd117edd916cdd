import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { Select } from '../parts/Select'
import { AccountRows, VendorRows } from './MappingRows'
import { ServerCheck } from './ServerCheck'
import { useMapping } from './mapping-slice'

/** What of ours goes where in the ledger: accounts and taxes, vendors, the branch, the rest bills hang on. */
export function MappingView() {
  const text = useText()
  const { t } = text
  const isConnected = useLedger(state => state.ledger.connected)
  const accounts = useMapping(state => state.accounts)
  const vendors = useMapping(state => state.vendors)
  const error = useMapping(state => state.error)
  const isLoading = useMapping(state => state.isLoading)
  // Accounts are named in the language of the screens.
  useEffect(() => {
    if (isConnected) void useMapping.getState().load()
  }, [isConnected, text.language])
  if (!isConnected) {
    return (
      <section className="sync-lane" aria-label={t('mapping.title')}>
        <p className="muted">{t('mapping.notConnected')}</p>
        <div className="actions">
          <Button tone="primary" onPress={() => useNavigation.getState().openSettings('ledger')}>
            {t('sync.connect')}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <div className="mapping-view" aria-busy={isLoading}>
      {error && (
        <div className="actions">
          <FormError>{errorText(text, error)}</FormError>
          <Button icon={RefreshCw} onPress={() => void useMapping.getState().load()}>
            {t('mapping.again')}
          </Button>
        </div>
      )}
      {isLoading && accounts === null && <p className="muted">{t('mapping.loading')}</p>}
      {accounts && (
        <section className="sync-lane" aria-label={t('mapping.accounts')}>
          <h2>{t('mapping.accounts')}</h2>
          <AccountRows rows={accounts.rows} accounts={accounts.accounts} />
        </section>
      )}
      {vendors && (
        <section className="sync-lane" aria-label={t('mapping.vendors')}>
          <h2>{t('mapping.vendors')}</h2>
          {!vendors.isWhole && <p className="muted">{t('mapping.notWhole')}</p>}
          <VendorRows rows={vendors.rows} vendors={vendors.vendors} />
        </section>
      )}
      <Basics />
      <ServerCheck />
    </div>
  )
}

/** Branch, carrier item, currencies and the closed period. */
function Basics() {
  const { t, date } = useText()
  const basics = useMapping(state => state.basics)
  const branches = useMapping(state => state.branches)
  if (!basics) return null
  const { carrierItem, currencies, baseCurrency, lockedUntil } = basics
  const chosen = branches?.chosen ?? branches?.suggested ?? null
  return (
    <section className="sync-lane" aria-label={t('mapping.basics')}>
      <h2>{t('mapping.basics')}</h2>
      <dl className="facts num">
        <div className="fact">
          <dt>{t('mapping.baseCurrency')}</dt>
          <dd>{baseCurrency}</dd>
        </div>
        <div className="fact">
          <dt>{t('mapping.item')}</dt>
          <dd>{carrierItem ? `${carrierItem.name} (#${carrierItem.id})` : t('mapping.itemLater')}</dd>
        </div>
        <div className="fact">
          <dt>{t('mapping.lock')}</dt>
          <dd>{lockedUntil === null ? t('mapping.noLock') : date(lockedUntil)}</dd>
        </div>
        <div className="fact">
          <dt>{t('mapping.rates')}</dt>
          <dd>
            {currencies.length === 0
              ? t('mapping.noForeign')
              : currencies.map(({ currency, stated, missing }) => (
                  <div key={currency}>{t('mapping.rate', { currency, stated, missing })}</div>
                ))}
          </dd>
        </div>
      </dl>
      {branches && branches.branches.length > 0 && (
        <div className="form">
          <Select
            label={t('mapping.branch')}
            value={String(chosen ?? '')}
            options={branches.branches.map(({ id, name }) => ({ id: String(id), label: name }))}
            onChange={id => void useMapping.getState().chooseBranch(Number(id))}
            {...(branches.chosen === null && { hint: t('mapping.branchSuggested') })}
          />
        </div>
      )}
    </section>
  )
}
