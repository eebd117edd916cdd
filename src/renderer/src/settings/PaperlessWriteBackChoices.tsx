import type { PaperlessWriteBack } from '../../../shared/paperless'
import { usePaperless } from '../app/paperless-slice'
import { useText } from '../i18n/t'
import { Switch } from '../parts/Checkbox'
import { SavedTextField } from '../parts/SavedTextField'

const parts = ['state', 'total', 'billId', 'billUrl', 'correspondent', 'note'] as const

/** What is written back to the archive, each part on its own; acts at once. */
export function PaperlessWriteBackChoices() {
  const { t } = useText()
  const { writeBack, processedTagName, archivesOthers } = usePaperless(state => state.paperless.options)
  const { setOptions } = usePaperless.getState()
  const set = (patch: Partial<PaperlessWriteBack>) => void setOptions({ writeBack: { ...writeBack, ...patch } })
  return (
    <div className="sub">
      <h3>{t('paperless.write')}</h3>
      <p className="muted">{t('paperless.write.when')}</p>
      <Switch isSelected={writeBack.processedTag} onChange={processedTag => set({ processedTag })}>
        {t('paperless.write.tag', { name: processedTagName })}
      </Switch>
      {writeBack.processedTag && (
        <div className="form">
          <SavedTextField
            label={t('paperless.write.tagName')}
            value={processedTagName}
            onSave={name => {
              if (name !== '') void setOptions({ processedTagName: name })
            }}
            maxLength={128}
          />
        </div>
      )}
      {parts.map(part => (
        <Switch key={part} isSelected={writeBack[part]} onChange={isOn => set({ [part]: isOn })}>
          {t(`paperless.write.${part}`)}
        </Switch>
      ))}
      <Switch
        isSelected={archivesOthers}
        onChange={isOn => void setOptions({ archivesOthers: isOn })}
        hint={t('paperless.store.hint')}
      >
        {t('paperless.store')}
      </Switch>
    </div>
  )
}
