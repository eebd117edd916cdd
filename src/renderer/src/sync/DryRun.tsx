import { Send } from 'lucide-react'
import { create } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { DocumentId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { FormError } from '../parts/FormError'
import { Pill } from '../parts/StatePill'

interface DryRunState {
  readonly isOpen: boolean
  readonly shown: Output<'ledger.dryRun'> | null
  readonly error: ErrorData | null
  /** Shows what posting a document would send now. */
  show(documentId: DocumentId, client?: Client): Promise<void>
  close(): void
}

export const useDryRun = create<DryRunState>()(set => ({
  isOpen: false,
  shown: null,
  error: null,
  async show(documentId, client = engine) {
    set({ isOpen: true, shown: null, error: null })
    const reply = await client.call('ledger.dryRun', { documentId })
    set(reply.ok ? { shown: reply.value } : { error: reply.error })
  },
  close: () => set({ isOpen: false }),
}))

/** The exact request an invoice would be posted with; nothing is sent. */
export function DryRunDialog() {
  const text = useText()
  const { t } = text
  const { isOpen, shown, error } = useDryRun()
  return (
    <Dialog title={t('dryRun.title')} isOpen={isOpen} onClose={() => useDryRun.getState().close()} size="large">
      <p className="muted">{t('dryRun.what')}</p>
      {error && <FormError>{errorText(text, error)}</FormError>}
      {shown && (
        <div className="sync-exchange">
          <p className="sync-line">
            <Pill icon={Send} tone="info">
              {`${shown.method} ${shown.path}`}
            </Pill>
            {shown.missing.length > 0 && (
              <span>{t('dryRun.missing', { names: shown.missing.join(', '), count: shown.missing.length })}</span>
            )}
          </p>
          <pre>{shown.body}</pre>
        </div>
      )}
    </Dialog>
  )
}
