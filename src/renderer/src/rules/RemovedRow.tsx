import { History } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { WordingsDialog, type AskWordings, type Wording } from './WordingsDialog'

interface RemovedRowProps<W extends Wording> {
  readonly row: { readonly name: string; readonly version: number; readonly removedAt: number }
  /** What it said last, and what it did. */
  readonly children: ReactNode
  readonly askWordings: AskWordings<W>
  /** What one of its wordings said, and what it did. */
  readonly wording: (wording: W) => ReactNode
  /** Writes a new one like it, or like one of its earlier wordings. */
  onWriteAgain(wording?: W): void
}

/** A rule or an approval policy that acts no more: what it said, every wording it had, and the way to write it again. */
export function RemovedRow<W extends Wording>({
  row,
  children,
  askWordings,
  wording,
  onWriteAgain,
}: RemovedRowProps<W>) {
  const { t, instant } = useText()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { name, version, removedAt } = row
  const reuse = (earlier: W) => {
    setHistoryOpen(false)
    onWriteAgain(earlier)
  }
  return (
    <li className="rule-row" data-mode="off">
      <span />
      <div className="rule-text">
        <p className="rule-name">
          {name}{' '}
          <span className="muted num">
            {t('rules.version', { version })} · {t('rules.removedAt', { at: instant(removedAt) })}
          </span>
        </p>
        {children}
      </div>
      <Button onPress={() => onWriteAgain()}>{t('rules.wordings.again')}</Button>
      <div className="rule-tools" role="group" aria-label={t('rules.tools', { name })}>
        <IconButton label={t('rules.history', { name })} icon={History} onPress={() => setHistoryOpen(true)} />
      </div>
      {isHistoryOpen && (
        <WordingsDialog
          title={t('rules.history', { name })}
          ask={askWordings}
          isInUse={false}
          onClose={() => setHistoryOpen(false)}
        >
          {earlier => (
            <>
              {wording(earlier)}
              <Button tone="ghost" className="in-line" onPress={() => reuse(earlier)}>
                {t('rules.wordings.again')}
              </Button>
            </>
          )}
        </WordingsDialog>
      )}
    </li>
  )
}
