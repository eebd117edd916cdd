import { Check, Pencil } from 'lucide-react'
import { useEffect } from 'react'
import type { PendingGroup } from '../../../shared/coding'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Money } from '../parts/Money'
import { useSettings } from '../settings/settings-slice'
import { CandidateList } from './CandidateList'
import { accountText, deciderText, groupText } from './coding-text'
import { EvidenceList } from './EvidenceList'
import { LessonsBehind } from './LessonsBehind'
import { usePending } from './pending-slice'
import { StagePath } from './StagePath'

/** Why the account of the group under the cursor was proposed, what else it may be, and on which invoices it stands. */
export function WhyPanel() {
  const { t } = useText()
  const group = usePending(state => state.groups[state.cursor])
  const { loadBehind } = usePending.getState()
  const key = group?.key
  const accountCode = group?.accountCode
  const vendorId = group?.vendorId
  useEffect(() => void loadBehind(), [loadBehind, key, accountCode])
  useEffect(
    () =>
      engine.on('vendor.changed', changed => {
        if (changed.vendorId === vendorId) void loadBehind()
      }),
    [loadBehind, vendorId],
  )
  if (!group)
    return (
      <div className="empty">
        <p className="muted">{t('coding.why.hint')}</p>
      </div>
    )
  return <Why group={group} />
}

function Why({ group }: { readonly group: PendingGroup }) {
  const text = useText()
  const { t } = text
  const bar = useSettings(state => state.settings.codingBars.account)
  const { correct, confirm, startCorrecting } = usePending.getState()
  const { accountCode, accountName, stages, evidence, candidates } = group
  const choose = (code: string) => void (code === accountCode ? confirm() : correct([group], code))
  return (
    <section className="why" aria-label={t('coding.why.title')}>
      <header className="why-head">
        <p className="muted">{group.vendorName || t('coding.pending.vendorUnknown')}</p>
        <h2>{groupText(group)}</h2>
        <div className="actions">
          <Button tone="primary" icon={Check} command="coding.confirm" onPress={() => void confirm()}>
            {accountCode === null
              ? t('coding.pending.noAccount')
              : `${t('coding.pending.confirm')} ${accountText(accountCode, null)}`}
          </Button>
          <Button icon={Pencil} command="coding.correct" onPress={startCorrecting}>
            {t('coding.pending.correct')}
          </Button>
        </div>
      </header>
      {accountCode !== null && (
        <section
          className="why-part"
          aria-label={t('coding.why.of', { account: accountText(accountCode, accountName) })}
        >
          <h3>{t('coding.why.of', { account: accountText(accountCode, accountName) })}</h3>
          {stages && <StagePath accountCode={accountCode} accountName={accountName ?? ''} chances={stages} />}
          <EvidenceList evidence={evidence} />
        </section>
      )}
      <LessonsBehind />
      {candidates.length > 0 && (
        <section className="why-part">
          <h3>{t('coding.why.choices')}</h3>
          <CandidateList candidates={candidates} current={accountCode} bar={bar} onChoose={choose} />
        </section>
      )}
      <p className="why-by">
        <span className="muted">{t('coding.why.by')}</span> {deciderText(text, evidence, accountCode)}
      </p>
      <GroupLines group={group} />
    </section>
  )
}

function GroupLines({ group }: { readonly group: PendingGroup }) {
  const { t } = useText()
  const more = group.lineIds.length - group.lines.length
  return (
    <section className="why-part">
      <h3>{t('coding.why.lines')}</h3>
      <ul className="group-lines">
        {group.lines.map(line => (
          <li key={line.lineId}>
            <button
              type="button"
              className="text-link num"
              aria-label={t('coding.why.openLine', { intake: line.intakeNumber })}
              onClick={() => useNavigation.getState().openReview(line.documentId, [line.documentId])}
            >
              #{line.intakeNumber} {line.number ?? ''}
            </button>
            <span className="group-line-text" title={line.description}>
              {line.description}
            </span>
            <Money amount={line.lineTotal} currency={line.currency} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">{t('coding.why.moreLines', { count: more })}</p>}
    </section>
  )
}
