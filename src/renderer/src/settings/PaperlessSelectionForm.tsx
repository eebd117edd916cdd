import { useState } from 'react'
import type { PaperlessSelection } from '../../../shared/paperless'
import { usePaperless } from '../app/paperless-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { MultiSelect } from '../parts/MultiSelect'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { notify } from '../parts/toasts'

const intervals = [1, 5, 15, 60, 240] as const
const nothing: PaperlessSelection = { tagIds: [], documentTypeIds: [], correspondentIds: [], customField: null }
const any = 'any'

/** Which documents of the archive are invoices; takes effect when it is confirmed, not with every click. */
export function PaperlessSelectionForm() {
  const { t } = useText()
  const { take, everyMinutes } = usePaperless(state => state.paperless.options)
  const choices = usePaperless(state => state.choices)
  const [draft, setDraft] = useState<PaperlessSelection>(take ?? nothing)
  const options = (rows: readonly { id: number; name: string }[] = []) =>
    rows.map(({ id, name }) => ({ id: String(id), label: name }))
  const { customField } = draft
  const isEverything = JSON.stringify(draft) === JSON.stringify(nothing)
  const save = async () => {
    if (await usePaperless.getState().setOptions({ take: draft }))
      notify({ text: text => text.t('paperless.take.saved'), tone: 'good' })
  }
  return (
    <div className="sub">
      <h3>{t('paperless.take')}</h3>
      <p className="muted">{t(take === null ? 'paperless.take.none' : 'paperless.take.words')}</p>
      <div className="form">
        <MultiSelect
          label={t('paperless.take.tags')}
          means="all"
          values={draft.tagIds.map(String)}
          options={options(choices?.tags)}
          placeholder={t('paperless.take.any')}
          onChange={ids => setDraft({ ...draft, tagIds: ids.map(Number) })}
        />
        <MultiSelect
          label={t('paperless.take.types')}
          values={draft.documentTypeIds.map(String)}
          options={options(choices?.documentTypes)}
          placeholder={t('paperless.take.any')}
          onChange={ids => setDraft({ ...draft, documentTypeIds: ids.map(Number) })}
        />
        <MultiSelect
          label={t('paperless.take.correspondents')}
          values={draft.correspondentIds.map(String)}
          options={options(choices?.correspondents)}
          placeholder={t('paperless.take.any')}
          onChange={ids => setDraft({ ...draft, correspondentIds: ids.map(Number) })}
        />
        <Select
          label={t('paperless.take.field')}
          value={customField === null ? any : String(customField.fieldId)}
          options={[{ id: any, label: t('paperless.take.any') }, ...options(choices?.customFields)]}
          onChange={id => setDraft({ ...draft, customField: id === any ? null : { fieldId: Number(id), value: '' } })}
        />
        {customField !== null && (
          <TextField
            label={t('paperless.take.value')}
            hint={t('paperless.take.value.hint')}
            value={customField.value}
            maxLength={128}
            onChange={value => setDraft({ ...draft, customField: { ...customField, value } })}
          />
        )}
        <Select
          label={t('paperless.every')}
          value={String(everyMinutes)}
          options={intervals.map(minutes => ({
            id: String(minutes),
            label: t('settings.ledger.minutes.value', { count: minutes }),
          }))}
          onChange={minutes => void usePaperless.getState().setOptions({ everyMinutes: Number(minutes) })}
        />
      </div>
      <div className="actions">
        <Button tone="primary" onPress={() => void save()}>
          {t(isEverything ? 'paperless.take.everything' : 'paperless.take.save')}
        </Button>
      </div>
    </div>
  )
}
