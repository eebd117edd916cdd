import { CircleAlert, X } from 'lucide-react'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { IconButton } from '../parts/Button'
import { useReview } from './state/review-store'

/** Why the last change was refused. Nothing typed is lost by it. */
export function ProblemBar() {
  const text = useText()
  const problem = useReview(state => state.problem)
  const dismissProblem = useReview(state => state.dismissProblem)
  const bar = useReview(state => (state.announcement?.kind === 'barred' ? state.announcement.bar : null))
  if (!problem && !bar) return null
  return (
    <div className="rv-problem" role={problem ? 'alert' : undefined}>
      <CircleAlert aria-hidden="true" />
      <span>{problem ? errorText(text, problem) : bar && text.t(bar.key, bar.params)}</span>
      <IconButton label={text.t('dialog.close')} icon={X} onPress={dismissProblem} />
    </div>
  )
}
