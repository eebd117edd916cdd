import { Send } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { ModelMark as Mark } from '../../../shared/outside-model'
import { sentText } from '../i18n/model-text'
import { useText } from '../i18n/t'

/** Says that something of this document left the machine; opened, it says what, when and to whom. */
export function ModelMark({ marks }: { readonly marks: readonly Mark[] }) {
  const text = useText()
  const { t } = text
  if (marks.length === 0) return null
  return (
    <DialogTrigger>
      <AriaButton className="pill info model-mark">
        <Send aria-hidden="true" />
        <span>{t('model.mark')}</span>
      </AriaButton>
      <Popover className="popover rv-why" placement="bottom start">
        <Dialog aria-label={t('model.mark.title')}>
          <h3>{t('model.mark.title')}</h3>
          <ul className="model-marks">
            {marks.map(mark => (
              <li key={`${mark.at} ${mark.purpose}`}>
                {t('model.mark.row', {
                  what: sentText(text, mark),
                  model: mark.model,
                  at: text.instant(mark.at),
                  outcome: t(`model.outcome.${mark.outcome}`),
                })}
              </li>
            ))}
          </ul>
          <p>{t('model.mark.note')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
