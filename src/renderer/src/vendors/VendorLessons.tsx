import { useId } from 'react'
import { Trash2 } from 'lucide-react'
import type { VendorId } from '../../../shared/ids'
import type { LessonView } from '../../../shared/lesson'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { forgetLesson } from './forget-lesson'
import { lessonText } from './lesson-text'
import { useAboutVendor } from './use-about-vendor'

const askLessons = (vendorId: VendorId) => engine.call('vendor.lessons', { vendorId })

/** What decisions taught about a vendor, each with its source, how it did, and a way to forget it. */
export function VendorLessons({ vendorId }: { readonly vendorId: VendorId }) {
  const { t } = useText()
  const heading = useId()
  const lessons = useAboutVendor(askLessons, vendorId)?.lessons ?? []
  return (
    <section className="wide field" aria-labelledby={heading}>
      <h3 id={heading} className="field-label">
        {t('vendors.lessons')}
      </h3>
      {lessons.length === 0 ? (
        <p className="muted">{t('vendors.lessons.none')}</p>
      ) : (
        <ul className="lessons">
          {lessons.map(lesson => (
            <LessonRow key={lesson.id} lesson={lesson} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LessonRow({ lesson }: { readonly lesson: LessonView }) {
  const text = useText()
  const { t } = text
  const { source, otherSources, learnedAt, record } = lesson
  const told = lessonText(text, lesson, 'told')
  const number = source?.number ?? 'none'
  return (
    <li className="lesson">
      <span className="lesson-text">
        {told}
        <span className="muted lesson-source">
          {source && learnedAt !== null && (
            <button
              type="button"
              className="rv-link"
              aria-label={t('lesson.openSource', { intake: source.intakeNumber })}
              onClick={() => useNavigation.getState().openDocument(source.documentId)}
            >
              {t('lesson.source', { intake: source.intakeNumber, number, at: text.instant(learnedAt) })}
            </button>
          )}
          {otherSources.map(other => (
            <button
              key={other.documentId}
              type="button"
              className="rv-link"
              aria-label={t('lesson.openSource', { intake: other.intakeNumber })}
              onClick={() => useNavigation.getState().openDocument(other.documentId)}
            >
              {t('lesson.otherSource', { intake: other.intakeNumber, number: other.number ?? 'none' })}
            </button>
          ))}
          {record && <span>{t('lesson.record', { acted: record.acted, refuted: record.refuted })}</span>}
        </span>
      </span>
      <Button
        tone="ghost"
        className="small"
        icon={Trash2}
        aria-label={t('lesson.forgetNamed', { lesson: told })}
        onPress={() => void forgetLesson(lesson)}
      >
        {t('lesson.forget')}
      </Button>
    </li>
  )
}
