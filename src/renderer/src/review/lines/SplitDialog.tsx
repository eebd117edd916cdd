import { useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { TextField } from '../../parts/TextField'
import { errorText } from '../../i18n/sentences'
import { fieldOf, lineOf } from '../state/progress'
import { useReview } from '../state/review-store'

const partsAtFirst = ['50%', ''] as const
const partsAtMost = 12

/** Splits a line into amounts or percentages. It stays open, with the reason, while they do not add up. */
export function SplitDialog({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const { t, money } = text
  const about = useReview(state => state.dialogAbout)
  const problem = useReview(state => state.problem)
  const { closeDialog, splitLine, dismissProblem } = useReview.getState()
  const [parts, setParts] = useState<readonly string[]>(partsAtFirst)
  const line = view.invoice === null || about === null ? undefined : lineOf(view.invoice, about)
  if (!line) return null
  const currency = fieldOf(view.invoice, 'currency')?.value ?? null
  const total = line.lineTotal === null ? '' : money(line.lineTotal, currency)

  function close() {
    dismissProblem()
    closeDialog()
  }

  async function submit() {
    if (line && (await splitLine(line.id, parts))) closeDialog()
  }

  return (
    <Dialog
      title={t('review.split.title', { line: line.position, total, currency: currency ?? '' })}
      isOpen
      onClose={close}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="muted">{t('review.split.hint')}</p>
        {parts.map((part, index) => (
          <TextField
            // Parts have no name but their place.
            key={index}
            label={t('review.split.part', { number: index + 1 })}
            value={part}
            onChange={typed => setParts(parts.map((one, at) => (at === index ? typed : one)))}
            autoFocus={index === 0}
            maxLength={60}
            isNumeric
          />
        ))}
        {problem && (
          <p role="alert" className="critical-ink">
            {errorText(text, problem)}
          </p>
        )}
        <footer>
          {parts.length < partsAtMost && (
            <Button onPress={() => setParts([...parts, ''])}>{t('review.split.more')}</Button>
          )}
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('review.split.action')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
