import { ArrowRightLeft } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { agreementOf, percentAlike, type Comparison, type TwinAnswer } from '../../../shared/comparison'
import type { DocumentView } from '../../../shared/document-view'
import { likenessText } from '../i18n/likeness-text'
import { stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Kbd } from '../parts/Kbd'
import { TextField } from '../parts/TextField'
import { StillPages } from '../review/viewer/StillPages'
import { useCompare } from './compare-slice'
import { DiffTable } from './DiffTable'

/** What may be said, each with its number key. */
const answers: readonly TwinAnswer[] = ['same', 'replaces', 'different', 'support']

/** Two documents that may be one invoice, side by side, and the question what they are to each other. */
export function CompareDialog() {
  const text = useText()
  const { t } = text
  const { comparison, one, other } = useCompare()
  const { close } = useCompare.getState()
  if (!comparison || !one || !other) return null
  const heads = [`#${one.intakeNumber}`, `#${other.intakeNumber}`] as const
  const { agrees, differs } = agreementOf(comparison)
  const told = { percent: percentAlike(comparison), agrees: agrees.join(','), differs: differs.join(',') }
  return (
    <Dialog title={t('compare.title', { one: heads[0], other: heads[1] })} size="full" isOpen onClose={close}>
      <div className="compare" key={comparison.otherId}>
        <Side view={one} />
        <section className="compare-middle" aria-label={t('compare.difference')} tabIndex={0}>
          <p className="compare-similarity" role="status">
            {comparison.hasSameBytes ? t('compare.sameBytes') : likenessText(text, told)}
          </p>
          <DiffTable comparison={comparison} heads={heads} />
        </section>
        <Side view={other} />
      </div>
      <Answers key={`${comparison.otherId} answers`} comparison={comparison} />
    </Dialog>
  )
}

function Side({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const label = `#${view.intakeNumber} ${view.fileName}`
  return (
    <section className="compare-side">
      <h3 title={label}>
        <span>{label}</span>
        <small>{stateLabel(text, view.state)}</small>
      </h3>
      <StillPages view={view} label={label} />
    </section>
  )
}

function Answers({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText()
  const isDeciding = useCompare(state => state.isDeciding)
  const { answer, next } = useCompare.getState()
  const [asksReason, setAsksReason] = useState(false)
  const [reason, setReason] = useState('')
  const allowed = answers.filter(one => comparison.allows.includes(one))

  function choose(one: TwinAnswer) {
    if (!allowed.includes(one) || isDeciding) return
    if (one === 'different') setAsksReason(true)
    else void answer(one)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || asksReason) return
    const chosen = answers[Number(event.key) - 1]
    if (chosen) choose(chosen)
    else if (event.key.toLowerCase() === 'n') void next()
    else return
    event.preventDefault()
  }

  if (asksReason)
    return (
      <form
        className="compare-answers"
        onSubmit={event => {
          event.preventDefault()
          void answer('different', reason.trim())
        }}
      >
        <TextField
          className="compare-reason"
          label={t('compare.reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
        />
        <Button onPress={() => setAsksReason(false)}>{t('dialog.cancel')}</Button>
        <Button tone="primary" type="submit" isDisabled={isDeciding}>
          {t('compare.answer.different')}
        </Button>
      </form>
    )
  return (
    <div className="compare-answers" role="group" aria-label={t('compare.answers')} onKeyDown={onKeyDown}>
      {allowed.length === 0 && <p className="muted">{t('compare.decided')}</p>}
      {answers.map(
        (one, index) =>
          allowed.includes(one) && (
            <Button
              key={one}
              tone={one === 'same' ? 'primary' : 'plain'}
              autoFocus={one === allowed[0]}
              isDisabled={isDeciding}
              onPress={() => choose(one)}
            >
              {t(`compare.answer.${one}`)} <Kbd keys={String(index + 1)} />
            </Button>
          ),
      )}
      {comparison.twins.length > 1 && (
        <Button icon={ArrowRightLeft} autoFocus={allowed.length === 0} onPress={() => void next()}>
          {t('compare.next', { count: comparison.twins.length })} <Kbd keys="N" />
        </Button>
      )}
    </div>
  )
}
