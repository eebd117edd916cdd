import { CircleAlert, CircleCheck, FlaskConical } from 'lucide-react'
import { useLedger } from '../app/ledger-slice'
import { useNetwork } from '../app/network-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Pill } from '../parts/StatePill'
import { useMapping } from './mapping-slice'

/** How the connected server computes bills, found out with drafts and not assumed. */
export function ServerCheck() {
  const { t, instant } = useText()
  const probe = useLedger(state => state.ledger.probe ?? null)
  const isProbing = useMapping(state => state.isProbing)
  const isClosed = useNetwork(state => state.isClosed)
  return (
    <section className="sync-lane" aria-label={t('probe.title')}>
      <h2>{t('probe.title')}</h2>
      <p className="muted">{t('probe.what')}</p>
      {probe && (
        <>
          <p className="sync-line">
            <Pill
              icon={probe.mode === 'unfit' ? CircleAlert : CircleCheck}
              tone={probe.mode === 'unfit' ? 'critical' : 'good'}
            >
              {t(`probe.mode.${probe.mode}`)}
            </Pill>
            <span className="num">{t('probe.at', { at: instant(probe.at) })}</span>
          </p>
          <dl className="facts num sub">
            {(
              [
                [t('probe.exclusive'), probe.taxExclusive, '232'],
                [t('probe.inclusive'), probe.taxInclusive, '232'],
                [t('probe.lines'), probe.asLines, '212'],
                [t('probe.discount'), probe.lineDiscount, '190'],
              ] as const
            ).map(([name, found, right]) => (
              <div key={name} className="fact">
                <dt>{name}</dt>
                <dd>{found === right ? found : t('probe.insteadOf', { found, right })}</dd>
              </div>
            ))}
            <div className="fact">
              <dt>{t('probe.zone')}</dt>
              <dd>{t('probe.minutes', { minutes: probe.zoneMinutes })}</dd>
            </div>
          </dl>
        </>
      )}
      <div className="actions">
        <Button
          icon={FlaskConical}
          isPending={isProbing}
          isDisabled={isClosed}
          onPress={() => void useMapping.getState().probe()}
        >
          {t(isProbing ? 'probe.running' : 'probe.run')}
        </Button>
      </div>
    </section>
  )
}
