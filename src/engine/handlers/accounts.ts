import type { AccountView } from '../../shared/account'
import type { HandlersOf } from '../../shared/contract'
import type { accountCalls } from '../../shared/contract/accounts'
import { AppError } from '../../shared/result'
import { lineCoding } from '../decisions/line-codings'
import type { EngineCore } from '../engine'
import type { Account } from '../pipeline/code/chart'
import { parseProfile, usualProfile } from '../pipeline/code/profile'
import { knowledgeOf } from '../pipeline/code/chart-coder'
import { searchAccounts } from '../pipeline/code/search'

export function accountHandlers(core: EngineCore): HandlersOf<typeof accountCalls> {
  const chart = () => core.company().context('person').chart
  return {
    'account.search': ({ query, near, limit }) => ({ accounts: searchAccounts(chart(), query, limit, near).map(view) }),
    'account.get'({ code }) {
      const account = chart().byCode.get(code)
      if (!account) throw new AppError('account_not_found', { code }, 'never')
      return view(account)
    },
    'line.candidates'({ lineId }) {
      const coding = lineCoding(core.company().store.db, lineId)
      if (!coding) return { stages: null, candidates: [] }
      const { language } = core.company().context('person').settings
      const { family, subfamily, account, candidates } = coding
      return {
        stages: { family, subfamily, account },
        candidates: candidates.map(candidate => ({
          ...candidate,
          accountName: chart().byCode.get(candidate.accountCode)?.name[language] ?? '',
        })),
      }
    },
    'company.understand'({ description }) {
      const { trades, concepts } = knowledgeOf(core.host.resourcesFolder)
      return parseProfile(description, trades, concepts, core.company().context('person').settings.homeCurrency)
    },
    'company.trade'() {
      const guess = core.company().trade.guess()
      const trade = knowledgeOf(core.host.resourcesFolder).trades.find(({ key }) => key === guess?.trade)
      return guess && trade ? { ...guess, profile: usualProfile(trade) } : null
    },
  }
}

function view({ code, name, parent, level, isPostable }: Account | AccountView): AccountView {
  return { code, name, parent, level, isPostable }
}
