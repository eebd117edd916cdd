import type { LessonView } from '../../../shared/lesson'
import { fieldLabel, theField } from '../i18n/sentences'
import type { Text } from '../i18n/t'

/** A lesson in one sentence; `next` is how it is announced where it was learned. */
export function lessonText(text: Text, lesson: LessonView, how: 'next' | 'told'): string {
  const { kind, direction, label, value, currency, field, format } = lesson
  const shown = currency === null ? (value ?? '') : `${text.money(value ?? '', currency)} ${currency}`
  const about = field === null ? {} : { field: fieldLabel(text, field), theField: theField(text, field) }
  const params = { kind, direction, label, value: shown, ...about }
  const sentence = text.t(`lesson.${how}`, params)
  return format === null ? sentence : `${sentence} (${text.t('lesson.form', { format })})`
}
