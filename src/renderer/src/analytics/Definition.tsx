import { Info } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { MessageKey } from '../i18n/messages'
import { useText } from '../i18n/t'
import { useSettings } from '../settings/settings-slice'

type DefinedFigure = MessageKey extends infer Key
  ? Key extends `analytics.define.${infer Name}`
    ? Name
    : never
  : never

interface DefinitionProps {
  readonly of: DefinedFigure
  /** What is defined, as the screen calls it. */
  readonly name: string
}

/** What a number counts, one click away. */
export function Definition({ of, name }: DefinitionProps) {
  const { t } = useText()
  const limits = useSettings(state => state.settings.escalation)
  return (
    <DialogTrigger>
      <AriaButton className="icon-btn small" aria-label={t('analytics.definition', { name })}>
        <Info aria-hidden="true" />
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Dialog className="figure-definition" aria-label={t('analytics.definition', { name })}>
          <h3>{name}</h3>
          <p>{t(`analytics.define.${of}`, { ...limits })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
