import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TradeProposal } from '../../../shared/trade-guess'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useSettings } from './settings-slice'

/** What the purchases look like, while the company has not said what it does; one key makes it the company's word. */
export function TradeGuessNote() {
  const { t, firstOf, percent } = useText()
  const proposal = useTradeProposal()
  if (!proposal) return null
  const { trade, share, lines, profile } = proposal
  const name = firstOf([`trade.${trade}`, 'trade.other'])
  const confirm = () => useSettings.getState().change({ companyProfile: { ...profile, description: name } })
  return (
    <div className="field wide" role="status">
      <p className="sub">{t('settings.trade.guess', { name, share: percent(share), lines })}</p>
      <p className="muted">{t('settings.trade.hint')}</p>
      <div className="actions">
        <Button icon={Check} onPress={() => void confirm()}>
          {t('settings.trade.confirm', { name })}
        </Button>
      </div>
    </div>
  )
}

/** Asked for again when the settings change: a new guess is announced as such a change. */
function useTradeProposal(): TradeProposal | null {
  const [proposal, setProposal] = useState<TradeProposal | null>(null)
  useEffect(() => {
    let isShown = true
    const load = async () => {
      const reply = await engine.call('company.trade')
      if (isShown && reply.ok) setProposal(reply.value)
    }
    void load()
    const stop = engine.on('settings.changed', () => void load())
    return () => {
      isShown = false
      stop()
    }
  }, [])
  return proposal
}
