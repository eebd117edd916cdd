import { useEffect, useState, type ReactNode } from 'react'
import type { Condition } from '../../../shared/automation'
import type { ErrorData, Reply } from '../../../shared/result'
import { actorText, errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { useRules } from './rules-slice'

export interface Wording {
  readonly version: number
  readonly at: number
  readonly actor: string
  readonly name: string
  readonly conditions: readonly Condition[]
}

/** Asks for all wordings, newest first. */
export type AskWordings<W extends Wording> = () => Promise<Reply<{ versions: readonly W[] }>>

interface WordingsDialogProps<W extends Wording> {
  readonly title: string
  /** The same function as long as the dialog is open. */
  readonly ask: AskWordings<W>
  /** Whether the newest one is in use: not so where the rule was removed. */
  readonly isInUse?: boolean
  /** The wording in words, with what it did. */
  readonly children: (wording: W) => ReactNode
  onClose(): void
}

/** Every wording a rule or a policy had: who wrote it when, what it said and what it did. */
export function WordingsDialog<W extends Wording>({
  title,
  ask,
  isInUse = true,
  children,
  onClose,
}: WordingsDialogProps<W>) {
  const text = useText()
  const { t } = text
  const [wordings, setWordings] = useState<readonly W[] | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  useEffect(() => {
    void ask().then(reply => {
      if (!reply.ok) return setError(reply.error)
      setWordings(reply.value.versions)
      void useRules.getState().nameVendorsIn(reply.value.versions.flatMap(({ conditions }) => conditions))
    })
  }, [ask])
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      {error && <p role="alert">{errorText(text, error)}</p>}
      <ol className="wordings" aria-label={t('rules.wordings')}>
        {wordings?.map((wording, index) => (
          <li key={wording.version}>
            <p className="rule-name">
              {t('rules.version', { version: wording.version })}
              {isInUse && index === 0 && <span className="wording-now">{t('rules.wordings.now')}</span>}
              <span className="muted num">
                {text.instant(wording.at)} · {actorText(text, wording.actor)}
              </span>
            </p>
            {children(wording)}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
