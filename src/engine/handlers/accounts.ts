import type { AccountView, Handlers } from '../../shared/contract'
import { AppError } from '../../shared/result'
import type { EngineCore } from '../engine'
import type { Account } from '../pipeline/code/chart'
import { searchAccounts } from '../pipeline/code/search'

export function accountHandlers(core: EngineCore): Pick<Handlers, 'account.search' | 'account.get'> {
  const chart = () => core.company().context('person').chart
  return {
    'account.search': ({ query, limit }) => ({ accounts: searchAccounts(chart(), query, limit).map(view) }),
    'account.get'({ code }) {
      const account = chart().byCode.get(code)
      if (!account) throw new AppError('account_not_found', { code }, 'never')
      return view(account)
    },
  }
}

function view({ code, name, parent, level, isPostable }: Account | AccountView): AccountView {
  return { code, name, parent, level, isPostable }
}
