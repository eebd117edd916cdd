import { useEffect, useState } from 'react'
import type { OpenKind } from '../../../shared/same-cause'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { notifyError } from '../parts/toasts'
import { settleTargets, targets } from './inbox-actions'

type How = 'skip' | 'waive'

interface SettleDialogProps {
  readonly count: number
  onClose(): void
}

/** One answer to one kind of issue on all chosen documents. Only kinds are offered that may be left or waived somewhere. */
export function SettleDialog({ count, onClose }: SettleDialogProps) {
  const { t } = useText()
  const [kinds, setKinds] = useState<readonly OpenKind[] | null>(null)
  const [key, setKey] = useState<OpenKind['key'] | null>(null)
  const [wanted, setWanted] = useState<How | null>(null)
  const [reason, setReason] = useState('')

  useEffect(() => {
    let isCurrent = true
    void engine.call('issue.openKinds', { documentIds: [...targets()] }).then(reply => {
      if (!isCurrent) return
      if (!reply.ok) return notifyError(reply.error)
      setKinds(reply.value.kinds.filter(kind => kind.skip + kind.waive > 0))
    })
    return () => {
      isCurrent = false
    }
  }, [])

  const kind = kinds?.find(candidate => candidate.key === key) ?? kinds?.[0]
  const ways: How[] = kind ? (['skip', 'waive'] as const).filter(way => kind[way] > 0) : []
  const how = ways.find(way => way === wanted) ?? ways[0]
  const isReady = kind !== undefined && how !== undefined && reason.trim() !== ''

  function submit() {
    if (!isReady) return
    onClose()
    void settleTargets({ key: kind.key, how, reason: reason.trim() })
  }

  return (
    <Dialog title={t('inbox.settle.title', { count })} isOpen onClose={onClose}>
      <DialogForm action={t('inbox.settle.apply')} isReady={isReady} onSubmit={submit} onBack={onClose}>
        {kinds?.length === 0 && <p>{t('inbox.settle.none')}</p>}
        {kind && how && (
          <>
            <Select<OpenKind['key']>
              label={t('inbox.settle.kind')}
              value={kind.key}
              options={(kinds ?? []).map(one => ({
                id: one.key,
                label: t('inbox.settle.count', { name: t(`issue.${one.key}.name`), count: one.documents }),
              }))}
              onChange={setKey}
            />
            <Select<How>
              label={t('inbox.settle.how')}
              value={how}
              options={ways.map(way => ({ id: way, label: t(`inbox.settle.${way}`, { count: kind[way] }) }))}
              onChange={setWanted}
            />
            <TextField label={t('inbox.settle.reason')} value={reason} onChange={setReason} autoFocus maxLength={500} />
          </>
        )}
      </DialogForm>
    </Dialog>
  )
}
