import type { BulkResult } from '../../../shared/bulk-result'
import type { Input } from '../../../shared/contract'
import type { DocumentId, PersonId } from '../../../shared/ids'
import type { FieldName } from '../../../shared/invoice'
import type { Reply } from '../../../shared/result'
import { create } from 'zustand'
import { useNavigation } from '../app/navigation'
import { notDone } from '../app/report-bulk'
import { engine, type Client } from '../engine-client'
import type { MessageKey } from '../i18n/messages'
import { notify, notifyError } from '../parts/toasts'
import { useReview } from '../review/state/review-store'
import { useInbox } from './inbox-slice'

/** Which question the inbox is asking in a dialog. */
export type InboxDialog =
  'hold' | 'setAside' | 'assign' | 'reject' | 'edit' | 'settle' | 'approveReady' | 'columns' | 'saveView'

interface InboxActions {
  readonly dialog: InboxDialog | null
  /** What Ctrl+Z takes back; null when there is nothing to take back. */
  readonly lastUndo: (() => Promise<void>) | null
  ask(dialog: InboxDialog): void
  closeDialog(): void
}

export const useInboxActions = create<InboxActions>()(set => ({
  dialog: null,
  lastUndo: null,
  ask: dialog => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}))

/** What an action is about: the selection, or the row under the cursor when nothing is selected. */
export function targets(): readonly DocumentId[] {
  const { selection, rows, cursor } = useInbox.getState()
  if (selection.size > 0) return [...selection]
  const row = rows[cursor]
  return row ? [row.documentId] : []
}

/** Approves the ready ones among the targets. */
export async function approveTargets(client: Client = engine): Promise<void> {
  const { rows } = useInbox.getState()
  const ids = targets()
  const states = new Map(rows.map(row => [row.documentId, row.state]))
  // Rows that are not loaded are left to the engine, which refuses what is not ready.
  const ready = ids.filter(id => (states.get(id) ?? 'ready') === 'ready')
  if (ready.length === 0) {
    notify({ text: ({ t }) => t('inbox.approve.none'), tone: 'info' })
    return
  }
  await carryOut('inbox.approved', () => client.call('document.approve', { documentIds: [...ready] }), client)
}

export async function approveEverythingReady(client: Client = engine): Promise<void> {
  await carryOut('inbox.approved', () => client.call('document.approveReady'), client)
}

export async function holdTargets(
  reason: string,
  dueDate: string | null = null,
  client: Client = engine,
): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.held', () => client.call('document.hold', { documentIds, reason, dueDate }), client)
}

export async function setAsideTargets(reason: string, client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('aside.done', () => client.call('document.setAside', { documentIds, reason }), client)
}

export async function assignTargets(personId: PersonId | null, client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('assign.done', () => client.call('document.assign', { documentIds, personId }), client)
}

export async function rejectTargets(reason: string, client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.rejected', () => client.call('document.reject', { documentIds, reason }), client)
}

export async function restoreTargets(client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.restored', () => client.call('document.restore', { documentIds }), client, false)
}

/** One typed value for a header field of each target. */
export async function setFieldOnTargets(
  field: FieldName,
  value: string | null,
  client: Client = engine,
): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.edited', () => client.call('document.setField', { documentIds, field, value }), client)
}

export async function setAccountOnTargets(accountCode: string, client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.accountSet', () => client.call('document.setAccount', { documentIds, accountCode }), client)
}

/** Leaves or waives every open issue of one kind on the targets. */
export async function settleTargets(
  answer: Pick<Input<'issue.settleKind'>, 'key' | 'how' | 'reason'>,
  client: Client = engine,
): Promise<void> {
  const documentIds = [...targets()]
  await carryOut('inbox.settled', () => client.call('issue.settleKind', { documentIds, ...answer }), client)
}

/** Reads the documents again from their bytes. */
export async function retryTargets(client: Client = engine): Promise<void> {
  const result: BulkResult = { done: [], failed: [] }
  for (const documentId of targets()) {
    const reply = await client.call('document.retry', { documentId })
    if (reply.ok) result.done.push(documentId)
    else result.failed.push({ documentId, error: reply.error })
  }
  report('inbox.retried', result)
  await afterwards()
}

/** Opens the review screen on the row under the cursor; the queue is the list as it is now. */
export async function reviewRow(index = useInbox.getState().cursor): Promise<void> {
  const { rows, total, next, moveTo, queueIds } = useInbox.getState()
  const row = rows[index]
  if (!row) return
  moveTo(index)
  const { openReview, completeQueue } = useNavigation.getState()
  const begun = rows.map(({ documentId }) => documentId)
  // Asked for before the screen is drawn, and before the rest of a long list.
  void useReview.getState().open(row.documentId, begun)
  openReview(row.documentId, begun, total)
  if (next !== null) completeQueue(begun, await queueIds())
}

async function carryOut(
  done: MessageKey,
  act: () => Promise<Reply<BulkResult>>,
  client: Client,
  canUndo = true,
): Promise<void> {
  const reply = await act()
  if (!reply.ok) return notifyError(reply.error)
  const { group } = reply.value
  const undo = async () => {
    useInboxActions.setState({ lastUndo: null })
    if (group) await carryOut('inbox.restored', () => client.call('group.undo', { group }), client, false)
  }
  report(done, reply.value, canUndo ? undo : undefined)
  if (canUndo && reply.value.done.length > 0) useInboxActions.setState({ lastUndo: undo })
  useInbox.getState().clearSelection()
  await afterwards()
}

function report(done: MessageKey, { done: ids, failed, waiting = [] }: BulkResult, undo?: () => Promise<void>): void {
  if (waiting.length > 0) notify({ text: ({ t }) => t('approval.given', { count: waiting.length }), tone: 'info' })
  if (ids.length > waiting.length)
    notify({
      text: ({ t }) => t(done, { count: ids.length - waiting.length }),
      tone: 'good',
      ...(undo && { action: { label: 'toast.undo', run: undo } }),
    })
  const first = failed[0]
  if (first) notify(notDone(failed.length, first.error))
}

async function afterwards(): Promise<void> {
  await useInbox.getState().refresh()
}
