import { KeyRound, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeysStatus } from '../../../shared/keys'
import { useLedger } from '../app/ledger-slice'
import { usePaperless } from '../app/paperless-slice'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { useModel } from './model-slice'

/** Where keys are kept, and what to do where that is not safe. */
export function KeysKept() {
  const { t } = useText()
  const [keys, setKeys] = useState<KeysStatus | null>(null)
  // A key comes and goes with its connection.
  const ledger = useLedger(state => state.ledger.connected)
  const archive = usePaperless(state => state.paperless.connected)
  const model = useModel(state => state.status?.hasKey)
  useEffect(() => {
    let isCurrent = true
    void engine.call('keys.status').then(reply => {
      if (isCurrent && reply.ok) setKeys(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [ledger, archive, model])
  if (!keys) return null
  const { store, kept, inFiles, readableByOthers } = keys
  const isUnsafe = store === 'basic_text' || store === 'none' || readableByOthers > 0
  const Icon = isUnsafe ? TriangleAlert : KeyRound
  return (
    <div className="sub">
      <h3>{t('keys.title')}</h3>
      <p>{t('keys.hint')}</p>
      <p className={isUnsafe ? 'key-state check-ink' : 'key-state'}>
        <Icon aria-hidden="true" />
        <span>{`${t('keys.kept', { count: kept })} ${t(`keys.store.${store}`)}`}</span>
      </p>
      {inFiles > 0 && <p>{t('keys.files', { count: inFiles })}</p>}
      {readableByOthers > 0 && <p className="check-ink">{t('keys.files.open', { count: readableByOthers })}</p>}
    </div>
  )
}
