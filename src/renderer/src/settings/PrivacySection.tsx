import { Globe, WifiOff } from 'lucide-react'
import { useEffect } from 'react'
import { KeysKept } from './KeysKept'
import { DeparturesList } from './DeparturesList'
import { useNetwork } from '../app/network-slice'
import { useText } from '../i18n/t'
import { Switch } from '../parts/Checkbox'
import { Pill } from '../parts/StatePill'

/** Whether anything may leave this machine at all, and what did. */
export function PrivacySection() {
  useEffect(() => void useNetwork.getState().load(), [])
  return (
    <>
      <AirGap />
      <KeysKept />
      <DeparturesList />
    </>
  )
}

function AirGap() {
  const { t } = useText()
  const isClosed = useNetwork(state => state.isClosed)
  const waiting = useNetwork(state => state.waiting)
  return (
    <>
      <p className="privacy-state">
        <Pill icon={isClosed ? WifiOff : Globe} tone={isClosed ? 'info' : 'quiet'}>
          {t(isClosed ? 'network.on' : 'network.off')}
        </Pill>
      </p>
      <Switch
        isSelected={isClosed}
        onChange={isWanted => void useNetwork.getState().setClosed(isWanted)}
        hint={t('network.switch.hint')}
      >
        {t('network.switch')}
      </Switch>
      {isClosed && (
        <p className="sub" role="status">
          {t('network.waiting', waiting)}
        </p>
      )}
    </>
  )
}
