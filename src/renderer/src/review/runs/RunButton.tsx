import { Workflow } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { DocumentView } from '../../../../shared/document-view'
import type { Step } from '../../../../shared/document'
import type { DocumentRuns, RunView } from '../../../../shared/template'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { Select } from '../../parts/Select'
import { notify, notifyError } from '../../parts/toasts'
import { RunGraph } from './RunGraph'

/** Opens the steps this document went through, and runs them again from any of them. */
export function RunButton({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  return (
    <DialogTrigger>
      <AriaButton className="rv-foot-button">
        <Workflow aria-hidden="true" />
        {t('run.open')}
      </AriaButton>
      <Popover className="popover rv-run" placement="top start">
        <Dialog aria-label={t('run.title')}>
          <h3>{t('run.title')}</h3>
          <Runs view={view} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Runs({ view }: { readonly view: DocumentView }) {
  const { t, language, instant } = useText()
  const { documentId } = view
  const [all, setAll] = useState<DocumentRuns | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)

  useEffect(() => {
    let isCurrent = true
    void engine.call('document.runs', { documentId }).then(reply => {
      if (isCurrent && reply.ok) setAll(reply.value)
    })
    return () => {
      isCurrent = false
    }
    // A new picture of the document: a step may have ended.
  }, [documentId, view])

  async function runAgain(step: Step, name: string): Promise<void> {
    const reply = await engine.call('document.runAgain', { documentId, step })
    if (!reply.ok) return notifyError(reply.error)
    setChosen(null)
    notify({ text: text => text.t('run.again.done', { step: name }), tone: 'info' })
  }

  if (!all) return <p className="muted">{t('review.viewer.opening')}</p>
  const run: RunView | undefined = all.runs.find(one => one.run === chosen) ?? all.runs[0]
  if (!run) return <p className="muted">{t('run.none')}</p>
  const { name, version } = run.template
  return (
    <>
      <p className="muted num">
        {instant(run.startedAt)} · {t('run.template', { name: name[language], version })}
      </p>
      {all.runs.length > 1 && (
        <Select
          label={t('run.which')}
          value={String(run.run)}
          options={all.runs.map(one => ({
            id: String(one.run),
            label: t('run.of', { run: one.run, at: instant(one.startedAt) }),
          }))}
          onChange={number => setChosen(Number(number))}
        />
      )}
      <RunGraph
        steps={run.steps}
        mayRunFrom={all.mayRunFrom}
        onRunAgain={(step, label) => void runAgain(step, label)}
      />
      {all.mayRunFrom.length > 0 && <p className="muted">{t('run.kept')}</p>}
    </>
  )
}
