import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { AccountView } from '../../../../shared/account'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { useChart } from './chart-slice'
import { useChosenAccount } from './use-chosen-account'

/** Accounts that a code, a name or an everyday word leads to, best first. */
export function AccountsFound({ query }: { readonly query: string }) {
  const { t, language, number } = useText()
  const found = useFound(query)
  const byCode = useChart(state => state.byCode)
  const selection = useChosenAccount()
  return (
    <ListBox
      className="chart-tree"
      aria-label={t('chart.found')}
      items={found}
      dependencies={[byCode, language]}
      {...selection}
      renderEmptyState={() => <p className="menu-empty">{t('chart.none', { query })}</p>}
    >
      {({ code, name }) => {
        const used = byCode.get(code)?.used ?? 0
        return (
          <ListBoxItem id={code} textValue={`${code} ${name[language]}`} className="chart-item">
            <span className="chart-row">
              <span className="num chart-code">{code}</span>
              <span className="chart-name" title={name[language]}>
                {name[language]}
              </span>
              {used > 0 && <span className="chart-count num">{number(used)}×</span>}
            </span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}

/** Asked at every keystroke: finding one account takes the engine a few milliseconds. */
function useFound(query: string): AccountView[] {
  const [found, setFound] = useState<AccountView[]>([])
  useEffect(() => {
    let isCurrent = true
    void engine.call('account.search', { query, limit: 50 }).then(reply => {
      if (isCurrent) setFound(reply.ok ? [...reply.value.accounts] : [])
    })
    return () => {
      isCurrent = false
    }
  }, [query])
  return found
}
