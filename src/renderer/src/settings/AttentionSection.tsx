import { Severity } from '../../../shared/issue'
import { NoticeKind } from '../../../shared/notice'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Checkbox } from '../parts/Checkbox'
import { Select } from '../parts/Select'
import { useSettings } from './settings-slice'

/** In hours; 0 for no limit. */
const limits = [0, 4, 8, 24, 48, 72, 168, 336] as const

/** How long issues may stay open, and what the system's notifications tell. */
export function AttentionSection() {
  const { t } = useText()
  const { escalation, notifications } = useSettings(state => state.settings)
  const isTeam = activePeople(usePeople(state => state.people)).length > 1
  const { change } = useSettings.getState()
  const limitText = (hours: number) => {
    if (hours === 0) return t('settings.escalation.never')
    if (hours % 24 !== 0) return t('settings.escalation.hours', { count: hours })
    return t('settings.escalation.days', { count: hours / 24 })
  }
  // Who works alone is asked nothing by name.
  const kinds = [...NoticeKind.options.filter(kind => isTeam || kind !== 'asked'), 'badge' as const]
  return (
    <>
      <div role="group" aria-labelledby="settings-escalation">
        <h3 id="settings-escalation">{t('settings.escalation')}</h3>
        <p className="muted">{t('settings.escalation.hint')}</p>
        <div className="form sub">
          {Severity.options.map(severity => (
            <Select
              key={severity}
              label={t(`settings.escalation.${severity}`)}
              value={String(escalation[severity])}
              options={offered(escalation[severity]).map(hours => ({ id: String(hours), label: limitText(hours) }))}
              onChange={hours => void change({ escalation: { ...escalation, [severity]: Number(hours) } })}
            />
          ))}
        </div>
      </div>
      <div className="sub" role="group" aria-labelledby="settings-notifications">
        <h3 id="settings-notifications">{t('settings.notifications')}</h3>
        <p className="muted">{t('settings.notifications.hint')}</p>
        <div className="field">
          {kinds.map(kind => (
            <Checkbox
              key={kind}
              isSelected={notifications[kind]}
              onChange={isWanted => void change({ notifications: { ...notifications, [kind]: isWanted } })}
            >
              {t(`settings.notifications.${kind}`)}
            </Checkbox>
          ))}
        </div>
      </div>
    </>
  )
}

function offered(present: number): readonly number[] {
  if (limits.some(hours => hours === present)) return limits
  return [...limits, present].sort((one, other) => one - other)
}
