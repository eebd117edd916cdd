import { Trash2 } from 'lucide-react'
import type { LessonSource as LessonSourceView, LessonView } from '../../../shared/lesson'
import { useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { forgetLesson } from '../vendors/forget-lesson'
import { lessonText } from '../vendors/lesson-text'
import { usePending } from './pending-slice'

/** Lessons shown at most; all of a vendor's stand in the list of what was learned. */
const shownMost = 3

/** The corrections a proposal rests on, each traced to its invoice and forgotten on the spot. */
export function LessonsBehind() {
  const text = useText()
  const { t } = text
  const lessons = usePending(state => state.behind)
  if (lessons.length === 0) return null
  return (
    <section className="why-part" aria-label={t('coding.why.lesson')}>
      <h3>{t('coding.why.lesson')}</h3>
      <ul className="lessons">
        {lessons.slice(0, shownMost).map((lesson, index) => (
          <li key={lesson.id} className="lesson">
            <span className="lesson-text">
              {lessonText(text, lesson, 'told')}
              <LessonSource lesson={lesson} />
            </span>
            <Button
              tone="ghost"
              className="small"
              icon={Trash2}
              {...(index === 0 && { command: 'coding.forget' })}
              aria-label={t('lesson.forgetNamed', { lesson: lessonText(text, lesson, 'told') })}
              onPress={() => void forgetLesson(lesson)}
            >
              {t('lesson.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The invoices on which it was learned, one press away. */
export function LessonSource({ lesson }: { readonly lesson: LessonView }) {
  const text = useText()
  const { source, otherSources, learnedAt } = lesson
  if (!source || learnedAt === null) return null
  const { intakeNumber: intake, number } = source
  return (
    <>
      <SourceLink source={source}>
        {text.t('lesson.source', { intake, number: number ?? 'none', at: text.instant(learnedAt) })}
      </SourceLink>
      {otherSources.map(other => (
        <SourceLink key={other.documentId} source={other}>
          {text.t('lesson.otherSource', { intake: other.intakeNumber, number: other.number ?? 'none' })}
        </SourceLink>
      ))}
    </>
  )
}

interface SourceLinkProps {
  readonly source: LessonSourceView
  readonly children: React.ReactNode
}

function SourceLink({ source: { documentId, intakeNumber }, children }: SourceLinkProps) {
  const { t } = useText()
  return (
    <button
      type="button"
      className="text-link lesson-source"
      aria-label={t('lesson.openSource', { intake: intakeNumber })}
      onClick={() => useNavigation.getState().openReview(documentId, [documentId])}
    >
      {children}
    </button>
  )
}
