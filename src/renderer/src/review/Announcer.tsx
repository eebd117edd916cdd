import { useText } from '../i18n/t'
import { useReview } from './state/review-store'

/** Tells screen readers, politely, what the last change did. */
export function Announcer() {
  const { t } = useText()
  const announcement = useReview(state => state.announcement)
  const said = () => {
    if (!announcement) return ''
    if (announcement.kind === 'resolved') return t('review.say.resolved', { count: announcement.open })
    if (announcement.kind === 'barred') return t(announcement.bar.key, announcement.bar.params)
    if (announcement.kind === 'commented') return t('review.say.commented')
    if (announcement.kind === 'undone') return t('review.say.undone')
    return announcement.kind === 'redone' ? t('review.say.redone') : t('review.say.saved')
  }
  return (
    <p className="visually-hidden" role="status">
      {said()}
    </p>
  )
}
