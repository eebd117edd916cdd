import { CircleHelp } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { commandById } from '../commands/registry'
import { useText } from '../i18n/t'
import { Menu } from '../parts/Menu'

const offered = ['app.handbook', 'app.help', 'app.palette', 'help.diagnostics']

/** Where somebody without the keys finds them, and the handbook. */
export function HelpMenu() {
  const { t } = useText()
  const choices = offered.flatMap(id => {
    const command = commandById(id)
    const [keys] = command?.keys ?? []
    return command
      ? [
          {
            id,
            label: t(command.label),
            ...(command.icon && { icon: command.icon }),
            ...(keys !== undefined && { keys }),
          },
        ]
      : []
  })
  return (
    <Menu label={t('help.menu')} choices={choices} onChoose={id => void commandById(id)?.run?.()}>
      <AriaButton className="icon-btn" aria-label={t('help.menu')}>
        <CircleHelp aria-hidden="true" />
      </AriaButton>
    </Menu>
  )
}
