import { Combine } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { InboxRow } from '../../../../shared/inbox'
import type { DocumentId } from '../../../../shared/ids'
import { engine } from '../../engine-client'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Checkbox } from '../../parts/Checkbox'
import { Dialog } from '../../parts/Dialog'
import { TextField } from '../../parts/TextField'
import { useReview } from '../state/review-store'
import './pages.css'

interface JoinDialogProps {
  readonly view: DocumentView
}

/** Documents offered at once; searching finds the others. */
const offered = 30

/** Chooses documents whose pages belong to this one: the second page of an invoice that was scanned by itself. */
export function JoinDialog({ view }: JoinDialogProps) {
  const text = useText()
  const { t } = text
  const { closeDialog, joinPages } = useReview.getState()
  const [search, setSearch] = useState('')
  const [rows, setRows] = useState<readonly InboxRow[] | null>(null)
  const [chosen, setChosen] = useState<readonly DocumentId[]>([])

  useEffect(() => {
    let isCurrent = true
    const filter = { tab: 'needs_review', search } as const
    const sort = { by: 'received', direction: 'descending' } as const
    void engine.call('document.list', { filter, sort, limit: offered }).then(reply => {
      if (isCurrent) setRows(reply.ok ? reply.value.rows : [])
    })
    return () => {
      isCurrent = false
    }
  }, [search])

  const others = rows?.filter(row => row.documentId !== view.documentId && ['pdf', 'image'].includes(row.kind)) ?? []
  return (
    <Dialog
      title={t('review.join.title')}
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('dialog.cancel')}</Button>
          <Button
            tone="primary"
            icon={Combine}
            isDisabled={chosen.length === 0}
            onPress={() => {
              closeDialog()
              void joinPages(chosen)
            }}
          >
            {t('review.join.action', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p>{t('review.join.hint')}</p>
      <TextField label={t('review.join.search')} value={search} onChange={setSearch} autoFocus maxLength={200} />
      <ul className="rv-join" aria-label={t('review.join.list')}>
        {others.map(row => (
          <li key={row.documentId}>
            <Checkbox
              isSelected={chosen.includes(row.documentId)}
              onChange={isOn =>
                setChosen(isOn ? [...chosen, row.documentId] : chosen.filter(id => id !== row.documentId))
              }
            >
              <span className="num">#{row.intakeNumber}</span> {row.fileName}
              <span className="muted">{[row.vendorName, row.number].filter(value => value !== null).join(' · ')}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {rows !== null && others.length === 0 && <p className="muted">{t('review.join.none')}</p>}
    </Dialog>
  )
}
