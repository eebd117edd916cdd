import { FlaskConical, Unplug } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useCompany } from './company-slice'
import { useEngineState } from './engine-state'

/** Lines above a screen that say something lasting: the engine is gone, these are sample books. */
export function Banners() {
  const { t, firstOf } = useText()
  const { state, error } = useEngineState()
  const isSample = useCompany(company => company.company?.key === 'sample')
  return (
    <>
      {state !== 'running' && (
        <div className={state === 'failed' ? 'banner critical' : 'banner'} role="alert">
          <Unplug aria-hidden="true" />
          {state === 'gone'
            ? t('engine.gone')
            : t('engine.failed', { reason: firstOf([`error.${error ?? 'bug'}`, 'error.bug']) })}
        </div>
      )}
      {isSample && (
        <div className="banner info">
          <FlaskConical aria-hidden="true" />
          {t('company.sampleBanner')}
          <Button className="small" onPress={() => void useCompany.getState().open('own')}>
            {t('company.leaveSample')}
          </Button>
        </div>
      )}
    </>
  )
}
