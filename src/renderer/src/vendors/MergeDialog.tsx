import { ArrowLeftRight, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { VendorPicker } from '../parts/VendorPicker'
import { merge } from './merge-actions'
import { useMerge } from './merge-slice'
import { useVendors } from './vendors-slice'

/** Which vendor is kept, then what moves to it, before anything does. */
export function MergeDialog() {
  const preview = useMerge(state => state.preview)
  const searchingFor = useMerge(state => state.searchingFor)
  if (preview) return <Confirm />
  return searchingFor === null ? null : <ChooseKept />
}

function ChooseKept() {
  const { t } = useText()
  const searchingFor = useMerge(state => state.searchingFor)
  const name = useVendors(state => state.vendors.find(({ id }) => id === searchingFor)?.name ?? '')
  const { ask, close } = useMerge.getState()
  return (
    <Dialog title={t('vendors.merge.choose', { name })} isOpen onClose={close}>
      <VendorPicker
        label={t('vendors.merge.into')}
        autoFocus
        except={searchingFor}
        onChoose={vendor => searchingFor !== null && void ask(searchingFor, vendor.id)}
      />
    </Dialog>
  )
}

function Confirm() {
  const { t } = useText()
  const preview = useMerge(state => state.preview)
  const { close, turnRound } = useMerge.getState()
  if (!preview) return null
  const { from, into, aliases, lessons, examples, moving, staying, takesTaxId, takesAccount, taxIdsDiffer } = preview
  return (
    <Dialog
      title={t('vendors.merge.title', { from: from.name, into: into.name })}
      isOpen
      onClose={close}
      actions={
        <>
          <Button icon={ArrowLeftRight} onPress={() => void turnRound()}>
            {t('vendors.merge.turn')}
          </Button>
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button tone="primary" autoFocus onPress={() => void merge(preview)}>
            {t('vendors.merge.do')}
          </Button>
        </>
      }
    >
      {taxIdsDiffer && (
        <p className="merge-warning" role="alert">
          <TriangleAlert aria-hidden="true" />
          {t('vendors.merge.taxIdsDiffer', { from: from.taxId ?? '', into: into.taxId ?? '' })}
        </p>
      )}
      <ul className="merge-moves">
        <li>{t('vendors.merge.documents', { count: moving })}</li>
        {staying > 0 && <li>{t('vendors.merge.staying', { count: staying, name: from.name })}</li>}
        <li>{t('vendors.merge.learned', { lessons, examples })}</li>
        {takesTaxId && <li>{t('vendors.merge.taxId', { taxId: from.taxId ?? '' })}</li>}
        {takesAccount && <li>{t('vendors.merge.account')}</li>}
        <li>{t('vendors.merge.names', { names: aliases.join(' · ') })}</li>
      </ul>
      <p className="muted">{t('vendors.merge.hint')}</p>
    </Dialog>
  )
}
