import { MessageCircleQuestion } from 'lucide-react'
import type { Question } from '../../../../shared/issue'
import { useText } from '../../i18n/t'

/** A question about an issue, and its answer once there is one. */
export function AskedOf({ question }: { readonly question: Question }) {
  const { t, date } = useText()
  const { of, text, due, answer } = question
  return (
    <p className="rv-asked">
      <MessageCircleQuestion aria-hidden="true" />
      <span>
        <strong>
          {due === null ? t('review.issues.askedOf', { of }) : t('review.issues.askedBy', { of, due: date(due) })}
        </strong>{' '}
        {text}
        {answer && (
          <>
            <br />
            <strong>{t('review.issues.answered', { of })}</strong> {answer.text}
          </>
        )}
      </span>
    </p>
  )
}
