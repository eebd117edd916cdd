import { CircleAlert, CircleCheck, Download, RefreshCw, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { UpdateChannel, type Rehearsal, type UpdateView } from '../../../shared/update'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Checkbox } from '../parts/Checkbox'
import { ConfirmDialog } from '../parts/Dialog'
import { Select } from '../parts/Select'
import { useUpdates } from './updates-slice'

/** Which version this is, whether there is a newer one, what it made of a copy of the books, and the way back. */
export function UpdatesSection() {
  const { t } = useText()
  const updates = useUpdates(state => state.updates)
  useEffect(() => void useUpdates.getState().wish({ do: 'look' }), [])
  if (!updates) return null
  return (
    <>
      <p>{t('updates.version', { version: updates.version })}</p>
      {updates.unavailable ? (
        <p className="muted">{t(`updates.unavailable.${updates.unavailable}`)}</p>
      ) : (
        <Updating updates={updates} />
      )}
      {updates.previous && <Previous {...updates.previous} />}
    </>
  )
}

const busySteps: readonly UpdateView['step'][] = ['checking', 'downloading', 'rehearsing', 'installing']

function Updating({ updates }: { readonly updates: UpdateView }) {
  const { t, instant } = useText()
  const { wish } = useUpdates.getState()
  const { channel, isAutomatic, step, lastCheckedAt } = updates
  const isBusy = busySteps.includes(step)
  return (
    <>
      <p className="muted">{t('updates.hint')}</p>
      <div className="form">
        <Select
          label={t('updates.channel')}
          value={channel}
          options={UpdateChannel.options.map(id => ({ id, label: t(`updates.channel.${id}`) }))}
          onChange={chosen => void wish({ do: 'choose', channel: chosen })}
        />
        <Checkbox isSelected={isAutomatic} onChange={isOn => void wish({ do: 'choose', isAutomatic: isOn })}>
          {t('updates.automatic')}
        </Checkbox>
      </div>
      <div className="actions">
        <Button icon={RefreshCw} isDisabled={isBusy} onPress={() => void wish({ do: 'check' })}>
          {t('updates.check')}
        </Button>
        {lastCheckedAt !== null && (
          <span className="muted num">{t('updates.lastChecked', { at: instant(lastCheckedAt) })}</span>
        )}
      </div>
      <div role="status">
        <Progress updates={updates} />
      </div>
      {step === 'ready' && <Ready updates={updates} />}
    </>
  )
}

function Progress({ updates: { step, found, progress, problem } }: { readonly updates: UpdateView }) {
  const text = useText()
  const { t, percent } = text
  if (step === 'idle') return null
  if (step === 'failed') {
    return (
      <p className="form-error sub">
        <CircleAlert aria-hidden="true" />
        {errorText(text, { code: problem ?? 'bug', params: {} })}
      </p>
    )
  }
  const share = percent(progress ?? 0)
  return <p className="sub">{t(`updates.step.${step}`, { found: found ?? '', share })}</p>
}

function Ready({ updates: { found, rehearsal } }: { readonly updates: UpdateView }) {
  const { t } = useText()
  const [isAsking, ask] = useState(false)
  return (
    <>
      {rehearsal ? <Rehearsed rehearsal={rehearsal} /> : <p className="sub">{t('updates.rehearsed.not')}</p>}
      <div className="actions">
        <Button icon={Download} tone="primary" onPress={() => ask(true)}>
          {t('updates.install')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('updates.install.ask', { found: found ?? '' })}
        body={t('updates.install.body')}
        action={t('updates.install')}
        isOpen={isAsking}
        onClose={() => ask(false)}
        onConfirm={() => void useUpdates.getState().wish({ do: 'install' })}
      />
    </>
  )
}

/** Only sound rehearsals come this far: what is told is what was looked at. */
function Rehearsed({ rehearsal: { rows, documents } }: { readonly rehearsal: Rehearsal }) {
  const { t, number } = useText()
  const { received, replayed, differing } = documents
  const findings = [
    t('updates.rehearsed.integrity'),
    t('updates.rehearsed.rows', { before: number(rows.before), after: number(rows.after) }),
    t('updates.rehearsed.documents', { received: number(received) }),
    ...(replayed > 0 && differing === 0 ? [t('updates.rehearsed.same', { replayed })] : []),
  ]
  return (
    <div className="verdict">
      <p className="verdict-head good-ink">
        <CircleCheck aria-hidden="true" />
        {t('updates.rehearsed')}
      </p>
      <ul className="num">
        {findings.map(finding => (
          <li key={finding}>
            <CircleCheck aria-hidden="true" className="good-ink" />
            {finding}
          </li>
        ))}
        {differing > 0 && (
          <li>
            <CircleAlert aria-hidden="true" />
            {t('updates.rehearsed.differing', { replayed, differing })}
          </li>
        )}
      </ul>
    </div>
  )
}

function Previous({ version, keptUntil }: NonNullable<UpdateView['previous']>) {
  const { t, instant } = useText()
  const [isAsking, ask] = useState(false)
  return (
    <>
      <p className="sub">{t('updates.previous', { version, until: instant(keptUntil) })}</p>
      <div className="actions">
        <Button icon={Undo2} onPress={() => ask(true)}>
          {t('updates.back')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('updates.back.ask', { version })}
        body={t('updates.back.body')}
        action={t('updates.back')}
        isOpen={isAsking}
        onClose={() => ask(false)}
        onConfirm={() => void useUpdates.getState().wish({ do: 'go_back' })}
      />
    </>
  )
}
