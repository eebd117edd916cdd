import { X } from 'lucide-react'
import type { ActivityFilter } from '../../../shared/activity'
import { actorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { everything, useActivity } from './activity-slice'
import { useState } from 'react'

const all = 'all'
/** Nouns of the journal's kinds. */
const kinds = [
  'document.',
  'field.',
  'line.',
  'account.',
  'issue.',
  'comment.',
  'vendor.',
  'bill.',
  'ledger.',
  'settings.',
] as const

/** Narrows the list by invoice, person, kind and period. */
export function ActivityFilters() {
  const text = useText()
  const { t } = text
  const filter = useActivity(state => state.filter)
  const actors = useActivity(state => state.actors)
  const narrow = (change: Partial<ActivityFilter>) => void useActivity.getState().narrow(change)
  return (
    <div className="activity-filters" role="group" aria-label={t('activity.filters')}>
      <Select
        label={t('activity.who')}
        value={filter.actor ?? all}
        options={[
          { id: all, label: t('activity.anyone') },
          ...actors.map(actor => ({ id: actor, label: actorText(text, actor) })),
        ]}
        onChange={actor => narrow({ actor: actor === all ? null : actor })}
      />
      <Select
        label={t('activity.kind')}
        value={filter.kind ?? all}
        options={[
          { id: all, label: t('activity.anyKind') },
          ...kinds.map(kind => ({ id: kind as string, label: t(`activity.kind.${kind}`) })),
        ]}
        onChange={kind => narrow({ kind: kind === all ? null : kind })}
      />
      <DayField
        key={`from ${filter.from ?? ''}`}
        label={t('activity.from')}
        day={filter.from}
        onDay={from => narrow({ from })}
      />
      <DayField key={`to ${filter.to ?? ''}`} label={t('activity.to')} day={filter.to} onDay={to => narrow({ to })} />
      <DocumentChip />
      {filter !== everything && (
        <Button tone="ghost" onPress={() => narrow(everything)}>
          {t('activity.showAll')}
        </Button>
      )}
    </div>
  )
}

function DayField(props: { readonly label: string; readonly day: string | null; onDay(day: string | null): void }) {
  const { t } = useText()
  const [draft, setDraft] = useState(props.day ?? '')
  const isDay = draft === '' || /^\d{4}-\d{2}-\d{2}$/.test(draft)
  const keep = () => {
    const day = draft === '' ? null : draft
    if (isDay && day !== props.day) props.onDay(day)
  }
  return (
    <TextField
      label={props.label}
      value={draft}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={event => event.key === 'Enter' && keep()}
      placeholder={t('activity.dayForm')}
      maxLength={10}
      className="activity-day"
      {...(!isDay && { error: t('activity.dayForm') })}
    />
  )
}

function DocumentChip() {
  const { t } = useText()
  const documentId = useActivity(state => state.filter.documentId)
  const row = useActivity(state => state.rows.find(each => each.documentId === documentId))
  if (documentId === null) return null
  const name = row?.document?.number ?? row?.document?.fileName ?? ''
  return (
    <Button icon={X} onPress={() => void useActivity.getState().narrow({ documentId: null })}>
      {t('activity.onlyDocument', { name })}
    </Button>
  )
}
