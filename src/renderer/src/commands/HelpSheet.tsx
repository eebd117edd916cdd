import { useOverlays } from '../app/overlays'
import { useNavigation } from '../app/navigation'
import { isTeamOf, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { Kbd } from '../parts/Kbd'
import { useSettings } from '../settings/settings-slice'
import type { Command, CommandGroup } from './command'
import { commandsOn } from './registry'

/** The `?` sheet: every key of the screen shown, grouped. */
export function HelpSheet() {
  const { t } = useText()
  const isOpen = useOverlays(state => state.open === 'help')
  const screen = useNavigation(state => state.screen)
  const singleKeys = useSettings(state => state.settings.singleKeyShortcuts)
  const isTeam = usePeople(isTeamOf)
  const withKeys = commandsOn(screen).filter(
    command => (command.keys ?? []).length > 0 && (isTeam || command.isForTeams !== true),
  )
  const groups = Map.groupBy(withKeys, command => command.group)
  return (
    <Dialog title={t('help.title')} size="large" isOpen={isOpen} onClose={useOverlays.getState().close}>
      <p className="help-intro">{t(singleKeys ? 'help.intro' : 'help.off')}</p>
      <div className="help-groups">
        {[...groups].map(([group, commands]) => (
          <HelpGroup key={group} group={group} commands={commands} />
        ))}
      </div>
    </Dialog>
  )
}

function HelpGroup({ group, commands }: { readonly group: CommandGroup; readonly commands: readonly Command[] }) {
  const { t } = useText()
  return (
    <section className="help-group">
      <h3>{t(`group.${group}`)}</h3>
      <ul>
        {commands.map(command => (
          <li key={command.id}>
            <span>{t(command.label)}</span>
            <span className="help-keys">
              {(command.keys ?? []).map(keys => (
                <span key={keys}>
                  <Kbd keys={keys} />
                  <span className="visually-hidden">{keys}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
