import { GraduationCap, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CodingLesson } from '../../../shared/coding'
import { useSearchDraft } from '../app/use-search-draft'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { forgetLesson } from '../vendors/forget-lesson'
import { lessonText } from '../vendors/lesson-text'
import { CodingSearch } from './CodingSearch'
import { useCodingView } from './coding-view'
import { LessonSource } from './LessonsBehind'

const askedMost = 200

/** Everything that was learned about accounts, newest first, each with its source and a way to forget it. */
export function CodingLessons() {
  const text = useText()
  const { t } = text
  const search = useCodingView(state => state.lessonSearch)
  const [draft, setDraft] = useSearchDraft(search, useCodingView.getState().showLessons)
  const found = useCodingLessons(search)
  if (!found) return <div aria-busy="true" />
  if (found.total === 0 && search === '')
    return (
      <div className="empty">
        <div className="empty-card">
          <GraduationCap aria-hidden="true" />
          <h2>{t('codingLessons.none.title')}</h2>
          <p>{t('codingLessons.none.body')}</p>
        </div>
      </div>
    )
  return (
    <div className="coding-page">
      <div className="coding-bar">
        <CodingSearch label={t('codingLessons.search')} value={draft} onChange={setDraft} />
        <span className="muted num" role="status">
          {found.total === 0 ? t('codingLessons.noMatch') : t('codingLessons.count', { count: found.total })}
        </span>
      </div>
      {found.lessons.length > 0 && (
        <table className="plain-table" aria-label={t('codingLessons.list')}>
          <thead>
            <tr>
              <th scope="col">{t('codingLessons.vendor')}</th>
              <th scope="col">{t('codingLessons.says')}</th>
              <th scope="col">{t('codingLessons.account')}</th>
              <th scope="col">{t('codingLessons.source')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('codingLessons.forget')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.lessons.map(lesson => (
              <tr key={lesson.id}>
                <td>{lesson.vendorName}</td>
                <td>{lesson.label}</td>
                <td>
                  <span className="num">{lesson.value}</span> {lesson.accountName}
                </td>
                <td>{lesson.source ? <LessonSource lesson={lesson} /> : <span className="muted">—</span>}</td>
                <td className="right">
                  <Button
                    tone="ghost"
                    className="small"
                    icon={Trash2}
                    aria-label={t('lesson.forgetNamed', { lesson: lessonText(text, lesson, 'told') })}
                    onPress={() => void forgetLesson(lesson)}
                  >
                    {t('lesson.forget')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

interface FoundLessons {
  readonly lessons: readonly CodingLesson[]
  readonly total: number
}

/** Asked for again whenever anything about a vendor changes, and in another language: accounts are named in it. */
function useCodingLessons(search: string): FoundLessons | null {
  const { language } = useText()
  const [found, setFound] = useState<FoundLessons | null>(null)
  useEffect(() => {
    let isShown = true
    const load = async () => {
      const reply = await engine.call('coding.lessons', { search, limit: askedMost })
      if (isShown && reply.ok) setFound(reply.value)
    }
    void load()
    const stop = engine.on('vendor.changed', () => void load())
    return () => {
      isShown = false
      stop()
    }
  }, [search, language])
  return found
}
