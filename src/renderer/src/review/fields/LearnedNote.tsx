import { GraduationCap } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { DocumentView } from '../../../../shared/document-view'
import { useNavigation } from '../../app/navigation'
import { useText } from '../../i18n/t'
import { forgetLesson } from '../../vendors/forget-lesson'
import { lessonText } from '../../vendors/lesson-text'
import { useVendors } from '../../vendors/vendors-slice'

/** Says in place what a correction on this document taught, the newest first, with a way back and to the rest. */
export function LearnedNote({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const { t } = text
  const learned = (view.lessons?.learned ?? []).toSorted((one, other) => (other.learnedAt ?? 0) - (one.learnedAt ?? 0))
  const [newest, ...others] = learned
  const seeAll = () => {
    if (newest) useVendors.getState().choose(newest.vendorId)
    useNavigation.getState().show('vendors')
  }
  // The region is there before its first sentence: a screen reader speaks only what changes in it.
  return (
    <div className="rv-learned" role="group" aria-live="polite" aria-label={t('lesson.pane')}>
      {newest && (
        <>
          <GraduationCap aria-hidden="true" />
          <span>
            {lessonText(text, newest, 'next')}
            {others.length > 0 && <span className="muted"> {t('lesson.more', { count: others.length })}</span>}
          </span>
          <AriaButton className="rv-link" onPress={() => void forgetLesson(newest)}>
            {t('lesson.undo')}
          </AriaButton>
          <AriaButton className="rv-link" onPress={seeAll}>
            {t('lesson.seeAll')}
          </AriaButton>
        </>
      )}
    </div>
  )
}
