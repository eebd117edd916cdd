import { FileDown } from 'lucide-react'
import { useState } from 'react'
import type { Restorers } from '../../../shared/backup'
import type { Input } from '../../../shared/contract'
import type { ErrorData } from '../../../shared/result'
import { saveReadyFile } from '../activity/save-ready-file'
import { engine } from '../engine-client'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { SignInForm } from '../parts/SignInForm'

type Format = Input<'newerBooks.export'>['format']

/** Until the newer version is installed, what the books hold can still be taken out and read. */
export function ExportNewerBooks() {
  const text = useText()
  const { t } = text
  const [isMaking, setIsMaking] = useState(false)
  const [error, setError] = useState<ErrorData | null>(null)
  /** What somebody must sign in for first. */
  const [awaiting, setAwaiting] = useState<(Restorers & { readonly format: Format }) | null>(null)

  async function make(format: Format): Promise<void> {
    if (isMaking) return
    setIsMaking(true)
    setError(null)
    const reply = await engine.call('newerBooks.export', { format })
    const readers = !reply.ok && reply.error.code === 'app_locked' ? await engine.call('newerBooks.readers') : null
    setIsMaking(false)
    if (reply.ok) return saveReadyFile(engine, reply.value)
    if (readers?.ok) setAwaiting({ format, ...readers.value })
    else setError(reply.error)
  }

  if (awaiting) {
    return (
      <SignInForm
        people={awaiting.people}
        who={t('restore.vouch.who')}
        action={t('lock.signIn.action')}
        beside={<Button onPress={() => setAwaiting(null)}>{t('dialog.cancel')}</Button>}
        signIn={async (personId, passphrase) => {
          const reply = await engine.call('newerBooks.signIn', { personId, passphrase })
          if (!reply.ok) return reply.error
          setAwaiting(null)
          await make(awaiting.format)
          return null
        }}
      >
        <p>{t('recovery.export.vouch')}</p>
      </SignInForm>
    )
  }
  return (
    <div className="recovery-export">
      <p>{t('recovery.export.body')}</p>
      <div className="actions">
        <Button icon={FileDown} isDisabled={isMaking} onPress={() => void make('csv')}>
          {t('recovery.export.csv')}
        </Button>
        <Button icon={FileDown} isDisabled={isMaking} onPress={() => void make('json')}>
          {t('recovery.export.json')}
        </Button>
      </div>
      {error && <FormError>{errorText(text, error)}</FormError>}
    </div>
  )
}
