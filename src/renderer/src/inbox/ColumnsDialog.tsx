import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { InboxColumn } from '../../../shared/inbox-columns'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Checkbox } from '../parts/Checkbox'
import { Dialog } from '../parts/Dialog'
import { moveByKeys } from '../rules/move-by-keys'
import { useSettings } from '../settings/settings-slice'
import { columnLabel, useChosenColumns, useColumnChoices } from './columns'

/** Which columns the list shows, and in which order. Every change is seen at once behind the dialog. */
export function ColumnsDialog({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const choices = useColumnChoices()
  const chosen = useChosenColumns()
  // Columns taken away keep their place in this list, so that they can be put back where they were.
  const [order, setOrder] = useState(() => [...chosen, ...choices.filter(id => !chosen.includes(id))])
  const save = (ids: readonly InboxColumn[]) => void useSettings.getState().change({ inboxColumns: [...ids] })

  function toggle(id: InboxColumn) {
    const next = order.filter(one => (one === id ? !chosen.includes(id) : chosen.includes(one)))
    if (next.length > 0) save(next)
  }

  function move(id: InboxColumn, direction: 'up' | 'down') {
    const from = order.indexOf(id)
    const to = from + (direction === 'up' ? -1 : 1)
    if (to < 0 || to >= order.length) return
    const next = order.with(from, order[to] ?? id).with(to, id)
    setOrder(next)
    save(next.filter(one => chosen.includes(one)))
  }

  function useUsual() {
    void useSettings.getState().change({ inboxColumns: null })
    onClose()
  }

  return (
    <Dialog
      title={t('inbox.columns.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={useUsual}>{t('inbox.columns.usual')}</Button>
          <Button tone="primary" onPress={onClose}>
            {t('dialog.done')}
          </Button>
        </>
      }
    >
      <p>{t('inbox.columns.hint')}</p>
      <ol className="column-choices">
        {order.map((id, index) => {
          const name = t(columnLabel(id))
          return (
            <li key={id} onKeyDown={event => moveByKeys(event, direction => move(id, direction))}>
              <Checkbox isSelected={chosen.includes(id)} onChange={() => toggle(id)}>
                {name}
              </Checkbox>
              <IconButton
                label={t('inbox.columns.up', { name })}
                icon={ArrowUp}
                isDisabled={index === 0}
                onPress={() => move(id, 'up')}
              />
              <IconButton
                label={t('inbox.columns.down', { name })}
                icon={ArrowDown}
                isDisabled={index === order.length - 1}
                onPress={() => move(id, 'down')}
              />
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}
