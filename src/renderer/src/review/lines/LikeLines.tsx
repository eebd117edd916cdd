import { Layers } from 'lucide-react'
import { accountText } from '../../coding/coding-text'
import { LikeTable } from '../../coding/LikeTable'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { Kbd } from '../../parts/Kbd'
import { useReview } from '../state/review-store'

/** After an account was given by hand: how many other lines say the same, and the way to see them first. */
export function LikeOffer() {
  const { t } = useText()
  const offer = useReview(state => state.likeOffer)
  const { dismissLike, openDialog } = useReview.getState()
  if (!offer) return null
  return (
    <p className="rv-same rv-like" role="status">
      <Layers aria-hidden="true" />
      <span>{t('coding.like.offer', { count: offer.like.lineIds.length })}</span>
      <button type="button" className="rv-link" aria-keyshortcuts="Alt+L" onClick={() => openDialog('like')}>
        {t('coding.like.show')} <Kbd keys="Alt+L" />
      </button>
      <button type="button" className="rv-link" onClick={dismissLike}>
        {t('coding.like.dismiss')}
      </button>
    </p>
  )
}

/** The other lines, what they have now and would get, before anything is changed. */
export function LikeDialog() {
  const { t } = useText()
  const offer = useReview(state => state.likeOffer)
  const isOpen = useReview(state => state.dialog === 'like')
  const { closeDialog, applyToLike } = useReview.getState()
  if (!offer || !isOpen) return null
  const { like, accountCode, accountName } = offer
  const account = accountText(accountCode, accountName)
  const count = like.lineIds.length
  const apply = () => {
    closeDialog()
    void applyToLike()
  }
  return (
    <Dialog
      title={t('coding.like.title', { account, count })}
      isOpen
      size="large"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('dialog.cancel')}</Button>
          <Button tone="primary" autoFocus onPress={apply}>
            {t('coding.like.apply', { count })}
          </Button>
        </>
      }
    >
      <LikeTable like={like} account={account} />
    </Dialog>
  )
}
