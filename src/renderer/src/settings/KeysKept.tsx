import { KeyRound, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/t'
import { useKeysNow } from './keys-slice'

/** Where keys are kept, and what to do where that is not safe. */
export function KeysKept() {
  const { t } = useText()
  const keys = useKeysNow()
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
        <span>
          {[
            t('keys.kept', { count: kept }),
            t(`keys.store.${store}`),
            ...(store === 'basic_text' || store === 'none' ? [t(`keys.advice.${store}`)] : []),
          ].join(' ')}
        </span>
      </p>
      {inFiles.length > 0 && <p>{t('keys.files', { count: inFiles.length })}</p>}
      {readableByOthers > 0 && <p className="check-ink">{t('keys.files.open', { count: readableByOthers })}</p>}
    </div>
  )
}
