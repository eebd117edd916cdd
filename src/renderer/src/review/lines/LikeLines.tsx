import { accountText } from '../../coding/coding-text'
import { LikeTable } from '../../coding/LikeTable'
import { useText } from '../../i18n/t'
import { OthersDialog, OthersOffer } from '../Others'
import { useReview } from '../state/review-store'

/** After an account was given by hand: how many other lines say the same, and the way to see them first. */
export function LikeOffer() {
  const { t } = useText()
  const offer = useReview(state => state.likeOffer)
  const { dismissLike, openDialog } = useReview.getState()
  if (!offer) return null
  return (
    <OthersOffer
      told={t('coding.like.offer', { count: offer.like.lineIds.length })}
      show={t('coding.like.show')}
      keys="Alt+L"
      dismiss={t('coding.like.dismiss')}
      onShow={() => openDialog('like')}
      onDismiss={dismissLike}
    />
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
  return (
    <OthersDialog
      title={t('coding.like.title', { account, count })}
      apply={t('coding.like.apply', { count })}
      onApply={() => void applyToLike()}
      onClose={closeDialog}
    >
      <LikeTable like={like} account={account} />
    </OthersDialog>
  )
}
