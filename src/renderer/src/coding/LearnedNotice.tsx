import { GraduationCap } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { forgetLesson } from '../vendors/forget-lesson'
import { accountText } from './coding-text'
import { useCodingView } from './coding-view'
import { usePending } from './pending-slice'

/** Says in place what the last choice taught, with a way back and to the rest. */
export function LearnedNotice() {
  const { t } = useText()
  const learned = usePending(state => state.learned)
  const undo = async () => {
    if (learned) await forgetLesson(learned)
    usePending.setState({ learned: null })
  }
  // The region is there before its first sentence: a screen reader speaks only what changes in it.
  return (
    <div className="coding-learned" role="group" aria-live="polite" aria-label={t('coding.learned.pane')}>
      {learned && (
        <>
          <GraduationCap aria-hidden="true" />
          <span>
            {t('coding.learned.next', {
              vendor: learned.vendorName,
              label: learned.label,
              account: accountText(learned.value, learned.accountName),
            })}
          </span>
          <Button tone="ghost" className="small" onPress={() => void undo()}>
            {t('lesson.undo')}
          </Button>
          <Button
            tone="ghost"
            className="small"
            onPress={() => useCodingView.getState().showLessons(learned.vendorName)}
          >
            {t('lesson.seeAll')}
          </Button>
        </>
      )}
    </div>
  )
}
