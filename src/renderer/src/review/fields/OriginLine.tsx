import { Braces, ScanText, Send, Sigma, UserRound } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { FieldName, InvoiceView, Origin } from '../../../../shared/invoice'
import { fieldLabel, theField } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import type { LessonView } from '../../../../shared/lesson'
import { forgetLesson } from '../../vendors/forget-lesson'
import { fieldOf, originOf } from '../state/progress'
import { useReview } from '../state/review-store'
import { fieldValueText } from './field-text'
import { lessonIn, lessonOrigin, originText } from './origin-text'

interface OriginLineProps {
  readonly invoice: InvoiceView
  /** Lessons that gave values of this document. */
  readonly acting: readonly LessonView[]
}

const icons: Readonly<Record<Origin['kind'], LucideIcon>> = {
  page: ScanText,
  xml: Braces,
  formula: Sigma,
  person: UserRound,
  vendor_memory: ScanText,
  default: Sigma,
  model: Send,
}

/** Where the value with the cursor comes from, with the whole story behind "Why?". */
export function OriginLine({ invoice, acting }: OriginLineProps) {
  const text = useText()
  const { t } = text
  const target = useReview(state => state.focused)
  const origin = originOf(invoice, target)
  const name = target?.startsWith('field:') === true ? (target.slice('field:'.length) as FieldName) : null
  const field = name === null ? undefined : fieldOf(invoice, name)
  const lesson = acting.find(({ id }) => id === lessonIn(origin))
  const Icon = origin ? icons[origin.kind] : ScanText

  return (
    <div className="rv-origin-dock">
      <div className="rv-origin">
        <Icon aria-hidden="true" />
        <span className="rv-origin-text">
          {target === null ? t('review.origin.hint') : originText(text, origin)}
          {lesson && <> · {lessonOrigin(text, lesson)}</>}
        </span>
        {lesson && (
          <AriaButton className="rv-link" onPress={() => void forgetLesson(lesson)}>
            {t('lesson.forget')}
          </AriaButton>
        )}
        {field && origin && (
          <DialogTrigger>
            <AriaButton className="rv-link">{t('review.origin.why')}</AriaButton>
            <Popover className="popover rv-why" placement="top end">
              <Dialog aria-label={t('review.origin.whyTitle', { theField: theField(text, field.name) })}>
                <h3>{fieldLabel(text, field.name)}</h3>
                <dl>
                  <dt>{t('review.origin.value')}</dt>
                  <dd className="num">
                    {fieldValueText(text, field.name, field.value, fieldOf(invoice, 'currency')?.value ?? null) || '—'}
                  </dd>
                  <dt>{t('review.origin.from')}</dt>
                  <dd>{origin.kind === 'xml' ? origin.path : originText(text, origin)}</dd>
                  {origin.kind === 'model' && (
                    <>
                      <dt>{t('review.origin.printed')}</dt>
                      <dd>
                        <q>{origin.text}</q>
                      </dd>
                    </>
                  )}
                  {origin.kind === 'page' && (
                    <>
                      <dt>{t('review.origin.printed')}</dt>
                      <dd>
                        <q>{origin.text}</q>
                      </dd>
                      <dt>{t('review.origin.reader')}</dt>
                      <dd>{t(origin.by === 'ocr' ? 'review.origin.ocr' : 'review.origin.textLayer')}</dd>
                    </>
                  )}
                  <dt>{t('review.origin.probability')}</dt>
                  <dd className="num">{text.percent(field.probability)}</dd>
                  <dt>{t('review.origin.others')}</dt>
                  <dd className="num">{text.number(field.candidates.length)}</dd>
                </dl>
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </div>
    </div>
  )
}
