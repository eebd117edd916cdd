import { useCounts } from '../app/counts-slice'
import { useLedger } from '../app/ledger-slice'
import { useText } from '../i18n/t'
import { AssignDialog } from '../app/AssignDialog'
import { ConfirmDialog, ReasonDialog } from '../parts/Dialog'
import {
  approveEverythingReady,
  assignTargets,
  setAsideTargets,
  holdTargets,
  rejectTargets,
  targets,
  useInboxActions,
} from './inbox-actions'
import { ColumnsDialog } from './ColumnsDialog'
import { EditDialog } from './EditDialog'
import { SaveViewDialog } from './SaveViewDialog'
import { SettleDialog } from './SettleDialog'

/** The questions the inbox asks before it acts on several documents. */
export function InboxDialogs() {
  const { t } = useText()
  const dialog = useInboxActions(state => state.dialog)
  const ready = useCounts(state => state.tabs.ready)
  const isConnected = useLedger(state => state.ledger.connected)
  const { closeDialog } = useInboxActions.getState()
  const count = dialog === null ? 0 : targets().length
  return (
    <>
      <ReasonDialog
        isOpen={dialog === 'hold'}
        title={t('inbox.hold.title', { count })}
        question={t('inbox.hold.reason')}
        action={t('command.hold')}
        asksDueDate
        onConfirm={(reason, dueDate) => void holdTargets(reason, dueDate)}
        onClose={closeDialog}
      />
      <ReasonDialog
        isOpen={dialog === 'reject'}
        title={t('inbox.reject.title', { count })}
        question={t('inbox.reject.reason')}
        hint={t('inbox.reject.hint')}
        action={t('inbox.reject')}
        onConfirm={reason => void rejectTargets(reason)}
        onClose={closeDialog}
      />
      <ConfirmDialog
        isOpen={dialog === 'approveReady'}
        title={t('inbox.approve.all.title', { count: ready })}
        body={t('inbox.approve.all.body', { connected: isConnected ? 'yes' : 'no' })}
        action={t('inbox.approve')}
        onConfirm={() => void approveEverythingReady()}
        onClose={closeDialog}
      />
      {dialog === 'settle' && <SettleDialog count={count} onClose={closeDialog} />}
      <ReasonDialog
        isOpen={dialog === 'setAside'}
        title={t('aside.title', { count })}
        question={t('inbox.hold.reason')}
        action={t('aside.action')}
        onConfirm={reason => void setAsideTargets(reason)}
        onClose={closeDialog}
      />
      {dialog === 'assign' && (
        <AssignDialog count={count} onAssign={personId => void assignTargets(personId)} onClose={closeDialog} />
      )}
      {dialog === 'edit' && <EditDialog count={count} onClose={closeDialog} />}
      {dialog === 'columns' && <ColumnsDialog onClose={closeDialog} />}
      {dialog === 'saveView' && <SaveViewDialog onClose={closeDialog} />}
    </>
  )
}
