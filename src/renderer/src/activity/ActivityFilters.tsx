import { X } from 'lucide-react'
import type { ActivityFilter } from '../../../shared/activity'
import { actorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { DateInput } from '../parts/DateInput'
import { Select } from '../parts/Select'
import { everything, useActivity } from './activity-slice'

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
  'paperless.',
  'model.',
  'rule.',
  'policy.',
  'person.',
  'backup.',
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
      <DateInput label={t('activity.from')} value={filter.from ?? ''} onChange={day => narrow({ from: day || null })} />
      <DateInput label={t('activity.to')} value={filter.to ?? ''} onChange={day => narrow({ to: day || null })} />
      <DocumentChip />
      {Object.values(filter).some(value => value !== null) && (
        <Button tone="ghost" onPress={() => narrow(everything)}>
          {t('activity.showAll')}
        </Button>
      )}
    </div>
  )
}

function DocumentChip() {
  const { t } = useText()
  const documentId = useActivity(state => state.filter.documentId)
  const name = useActivity(state => state.documentName)
  if (documentId === null) return null
  return (
    <Button icon={X} onPress={() => void useActivity.getState().narrow({ documentId: null })}>
      {t('activity.onlyDocument', { name })}
    </Button>
  )
}
