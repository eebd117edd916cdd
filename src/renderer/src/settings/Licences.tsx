import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'

const Part = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string().nullable() })
type Part = z.infer<typeof Part>

/** The list that was put together when the app was packed; null where it runs from source. */
async function loadParts(): Promise<readonly Part[] | null> {
  const answer = await fetch('licences.json').catch(() => null)
  if (!answer?.ok) return null
  return z.array(Part).parse(await answer.json())
}

/** Who made the parts of the app, and under which terms. */
export function Licences() {
  const { t } = useText()
  const [parts, show] = useState<readonly Part[] | null>(null)
  const [isOpen, open] = useState(false)
  const load = async () => {
    show(await loadParts())
    open(true)
  }
  return (
    <>
      <div className="actions">
        <Button icon={ScrollText} onPress={() => void load()}>
          {t('licences.show')}
        </Button>
      </div>
      <Dialog title={t('licences.title')} size="large" isOpen={isOpen} onClose={() => open(false)}>
        {parts === null ? (
          <p>{t('licences.missing')}</p>
        ) : (
          <>
            <p>{t('licences.body')}</p>
            <ul className="licences">
              {parts.map(({ name, version, licence, text }) => (
                <li key={`${name} ${version}`}>
                  <details>
                    <summary>{t('licences.part', { name, version, licence })}</summary>
                    <pre>{text ?? t('licences.noText')}</pre>
                  </details>
                </li>
              ))}
            </ul>
          </>
        )}
      </Dialog>
    </>
  )
}
