import { Gauge } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { FieldName } from '../../../shared/invoice'
import type { DocumentQuality } from '../../../shared/quality'
import { theField } from '../i18n/sentences'
import { useText } from '../i18n/t'

/** How likely the document needs no correction; its parts on a click. */
export function QualityButton({ quality }: { readonly quality: DocumentQuality }) {
  const text = useText()
  const { t, percent } = text
  const { reading, vendor, checks } = quality.parts
  // As shown on the button and in the list: rounded down, so that 100 means nothing is in doubt.
  const score = Math.floor(quality.score * 100)
  const weakest = FieldName.safeParse(reading.weakest)
  return (
    <DialogTrigger>
      <AriaButton className="rv-foot-button">
        <Gauge aria-hidden="true" />
        {t('quality.label', { score })}
      </AriaButton>
      <Popover className="popover rv-why" placement="top start">
        <Dialog aria-label={t('quality.title')}>
          <h3>
            {t('quality.title')}: {percent(score / 100)}
          </h3>
          <dl>
            <dt>{t('quality.reading')}</dt>
            <dd className="num">
              {percent(reading.chance)}
              {weakest.success && <> · {t('quality.weakest', { theField: theField(text, weakest.data) })}</>}
            </dd>
            <dt>{t('quality.vendor')}</dt>
            <dd>{t('quality.vendor.told', { documents: vendor.documents, corrected: vendor.corrected })}</dd>
            <dt>{t('quality.checks')}</dt>
            <dd className="num">
              {checks.open} · {percent(checks.chance)}
            </dd>
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
