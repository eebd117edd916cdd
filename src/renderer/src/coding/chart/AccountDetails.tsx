import { useLedger } from '../../app/ledger-slice'
import { useNavigation } from '../../app/navigation'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Switch } from '../../parts/Checkbox'
import { accountText } from '../coding-text'
import { pathOf, useChart } from './chart-slice'

/** One account: where it hangs, how often it is used and was corrected to, whether it is in use, its place in the ledger. */
export function AccountDetails() {
  const { t, language } = useText()
  const byCode = useChart(state => state.byCode)
  const account = useChart(state => (state.chosenCode === null ? undefined : state.byCode.get(state.chosenCode)))
  if (!account) return <AccountsInUse />
  const { code, name, isPostable, isActive, standsFor, used, corrected } = account
  const other = language === 'en' ? 'es' : 'en'
  const above = pathOf(byCode, code).slice(0, -1)
  return (
    <section className="record account" aria-label={accountText(code, name[language])}>
      <header className="record-head">
        <h2>
          <span className="num">{code}</span> {name[language]}
        </h2>
      </header>
      {above.length > 0 && (
        <p className="muted">{above.map(one => accountText(one.code, one.name[language])).join(' › ')}</p>
      )}
      {name[other] !== name[language] && (
        <p className="muted" lang={other}>
          {name[other]}
        </p>
      )}
      <p className="account-usage num">
        {isPostable
          ? `${t('chart.used', { count: used })} · ${t('chart.fixed', { count: corrected })}`
          : t('chart.notPostable')}
      </p>
      {isPostable && (
        <Switch
          isSelected={isActive}
          onChange={active => void useChart.getState().setActive(code, active)}
          hint={t('chart.active.hint')}
        >
          {t('chart.active')}
        </Switch>
      )}
      {isPostable && (
        <dl className="facts">
          {standsFor !== code && (
            <>
              <dt>{t('chart.standsFor')}</dt>
              <dd>{standsFor === null ? t('chart.standsFor.none') : standsFor}</dd>
            </>
          )}
          <PlaceInLedger code={code} />
        </dl>
      )}
    </section>
  )
}

/** Accounts listed while none is chosen. */
const inUseMost = 20

/** Where the company's costs go, most used first. */
function AccountsInUse() {
  const { t, language, number } = useText()
  const accounts = useChart(state => state.accounts)
  const used = accounts.filter(account => account.used > 0).toSorted((one, other) => other.used - one.used)
  return (
    <section className="record account" aria-label={t('chart.inUse')}>
      <h3>{t('chart.inUse')}</h3>
      {used.length === 0 ? (
        <p className="muted">{t('chart.inUse.none')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('chart.account')}</th>
              <th scope="col" className="right">
                {t('chart.lines')}
              </th>
              <th scope="col" className="right">
                {t('chart.correctedTo')}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.slice(0, inUseMost).map(account => (
              <tr key={account.code}>
                <td>
                  <button type="button" className="text-link" onClick={() => useChart.getState().choose(account.code)}>
                    <span className="num">{account.code}</span> {account.name[language]}
                  </button>
                </td>
                <td className="right num">{number(account.used)}</td>
                <td className="right num">{number(account.corrected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function PlaceInLedger({ code }: { readonly code: string }) {
  const { t } = useText()
  const isConnected = useLedger(state => state.ledger.connected)
  const mapping = useChart(state => state.mapping)
  if (!isConnected || mapping === null) return null
  const row = mapping.find(one => one.ours === code)
  const theirs = row?.chosen ?? row?.suggested
  return (
    <>
      <dt>{t('chart.ledger')}</dt>
      <dd>
        {theirs
          ? accountText(theirs.code, theirs.name)
          : t(!row ? 'chart.ledger.unused' : row.isMadeWhenNeeded ? 'chart.ledger.made' : 'chart.ledger.none')}{' '}
        {row && (
          <Button tone="ghost" className="small" onPress={() => useNavigation.getState().openSettings('ledger')}>
            {t('chart.ledger.choose')}
          </Button>
        )}
      </dd>
    </>
  )
}
