import type { Origin } from '../../../../shared/invoice'
import type { LessonView } from '../../../../shared/lesson'
import type { Text } from '../../i18n/t'

/** Where a value comes from, in one line. */
export function originText(text: Text, origin: Origin | null): string {
  const { t } = text
  if (!origin) return t('review.origin.none')
  switch (origin.kind) {
    case 'page':
      return [
        origin.label === undefined
          ? t('review.origin.page', { page: origin.page })
          : t('review.origin.label', { page: origin.page, label: origin.label }),
        ...(origin.derived === undefined ? [] : [derivedText(text, origin.derived)]),
      ].join('; ')
    case 'xml':
      return t('review.origin.xml', { path: shortPath(origin.path) })
    case 'formula':
      return text.firstOf([`origin.formula.${origin.rule}`, 'origin.formula.other'], {
        inputs: origin.inputs.map(lastStep).join(', '),
      })
    case 'person':
      return t('review.origin.person', { at: text.instant(origin.at) })
    case 'vendor_memory':
      return t('review.origin.memory')
    case 'model':
      return t('review.origin.model', { page: origin.page, model: origin.model, at: text.instant(origin.at) })
    case 'default':
      return text.firstOf([`origin.default.${origin.rule}`, 'origin.default.other'])
  }
}

/** How a cell that the document does not print was worked out. */
export function derivedText({ t }: Text, cell: 'quantity' | 'unitPrice' | 'lineTotal'): string {
  return t(`review.origin.derived.${cell}`)
}

/** The lesson a value was found by. */
export function lessonIn(origin: Origin | null | undefined): string | undefined {
  return origin && 'lesson' in origin ? origin.lesson : undefined
}

/** Which correction taught it: "label learned from correction of #12". */
export function lessonOrigin({ t }: Text, { kind, source }: LessonView): string {
  return t(kind === 'place' ? 'lesson.acting' : 'lesson.actingValue', { intake: source?.intakeNumber ?? '' })
}

/** The last steps of a path, which are the ones that say something. */
function shortPath(path: string): string {
  const steps = path.split('/').filter(step => step !== '')
  return steps.length <= 2 ? path : `…/${steps.slice(-2).join('/')}`
}

/** What an XML calls the value itself: `Serie` of `/cfdi:Comprobante[1]/@Serie`. Anything but a path stays as it is. */
function lastStep(path: string): string {
  const step = path.split('/').at(-1) ?? path
  return step
    .replace(/^@/, '')
    .replace(/^[^:]*:/, '')
    .replace(/\[\d+\]$/, '')
}
