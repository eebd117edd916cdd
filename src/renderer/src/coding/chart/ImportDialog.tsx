import { CircleAlert, FileInput } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ChartImport } from '../../../../shared/coding'
import type { ErrorData, Reply } from '../../../../shared/result'
import { longestChartText } from '../../../../shared/coding'
import { useLedger } from '../../app/ledger-slice'
import { engine } from '../../engine-client'
import { errorText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { notify } from '../../parts/toasts'
import { useChart } from './chart-slice'
import { ImportPreview } from './ImportPreview'

/** Where a chart comes from, and how to ask for it. */
interface Source {
  readonly name: string
  ask(dryRun: boolean): Promise<Reply<ChartImport>>
}

/** One's own chart from a file or the ledger: shown first, then put in force, or refused with its reasons. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const text = useText()
  const { t } = text
  const isConnected = useLedger(state => state.ledger.connected)
  const [source, setSource] = useState<Source | null>(null)
  const [preview, setPreview] = useState<ChartImport | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function look(from: Source): Promise<void> {
    setSource(from)
    setPreview(null)
    setError(null)
    setBusy(true)
    const reply = await from.ask(true)
    setBusy(false)
    if (reply.ok) setPreview(reply.value)
    else setError(reply.error)
  }

  async function take(): Promise<void> {
    if (!source) return
    setBusy(true)
    const reply = await source.ask(false)
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    if (reply.value.problems.length > 0) return setPreview(reply.value)
    notify({ text: text => text.t('chart.import.done', { count: reply.value.accounts }), tone: 'good' })
    onClose()
    await useChart.getState().load()
  }

  async function chooseFile(file: File | undefined): Promise<void> {
    if (!file) return
    // Nothing of a file that is far too large is read; no chart has that many rows.
    if (file.size > longestChartText) {
      setSource(null)
      return setError({ code: 'chart_unreadable', params: {}, retry: 'user' })
    }
    const csv = await readText(file)
    await look({ name: file.name, ask: dryRun => engine.call('chart.importCsv', { text: csv, dryRun }) })
  }

  const fromLedger: Source = {
    name: t('chart.import.fromLedger'),
    ask: dryRun => engine.call('chart.importLedger', { dryRun }),
  }
  const canImport = preview !== null && preview.problems.length === 0
  return (
    <Dialog
      title={t('chart.import.title')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button tone="primary" isDisabled={!canImport || isBusy} onPress={() => void take()}>
            {t('chart.import.action')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('chart.import.hint')}</p>
      <div className="actions">
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
          onSelect={files => void chooseFile(files?.[0])}
        >
          <Button icon={FileInput} autoFocus>
            {t('chart.import.file')}
          </Button>
        </FileTrigger>
        {isConnected && <Button onPress={() => void look(fromLedger)}>{t('chart.import.ledger')}</Button>}
      </div>
      <div role="status">
        {isBusy && source && <p className="muted">{t('chart.import.reading', { name: source.name })}</p>}
        {error && (
          <p className="form-error">
            <CircleAlert aria-hidden="true" />
            {errorText(text, error)}
          </p>
        )}
        {preview && source && !isBusy && <ImportPreview name={source.name} preview={preview} />}
      </div>
    </Dialog>
  )
}

/** Spreadsheets still save Windows-1252: what is no UTF-8 is read as that. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}
