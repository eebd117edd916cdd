import type { LessonView } from '../../../shared/lesson'
import { engine } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'
import { lessonText } from './lesson-text'

/** Forgets a lesson and offers to take that back. */
export async function forgetLesson(lesson: LessonView): Promise<void> {
  const reply = await engine.call('lesson.forget', { vendorId: lesson.vendorId, lessonId: lesson.id })
  if (!reply.ok) return notifyError(reply.error)
  const { entryId } = reply.value
  const restore = async () => {
    const back = await engine.call('lesson.restore', { entryId })
    if (!back.ok) notifyError(back.error)
  }
  notify({
    text: text => text.t('lesson.forgotten', { lesson: lessonText(text, lesson, 'told') }),
    tone: 'info',
    action: { label: 'lesson.undo', run: restore },
  })
}
