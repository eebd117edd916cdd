import { Bookmark, BookmarkPlus, ChevronDown, Columns3, Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/t'
import { Menu, type MenuChoice } from '../parts/Menu'
import { useInboxActions } from './inbox-actions'
import { useCurrentView, useViews } from './views-slice'

/** Saved views, and what can be done with the list as it is. */
export function ViewsMenu() {
  const { t } = useText()
  const views = useViews(state => state.views)
  const isOpen = useViews(state => state.isMenuOpen)
  const current = useCurrentView()
  const { setMenuOpen, open, remove, load } = useViews.getState()
  useEffect(() => void load(), [load])

  const choices: MenuChoice[] = [
    ...views.map(view => ({ id: view.id, label: view.name, icon: Bookmark, isSelected: view === current })),
    { id: 'save', label: t('view.saveThis'), icon: BookmarkPlus, keys: 'Mod+S' },
    { id: 'columns', label: t('inbox.columns.title'), icon: Columns3, keys: 'C' },
    ...(current ? [{ id: 'remove', label: t('view.remove', { name: current.name }), icon: Trash2 }] : []),
  ]

  function choose(id: string) {
    const view = views.find(one => one.id === id)
    if (view) void open(view)
    else if (id === 'remove' && current) void remove(current)
    else useInboxActions.getState().ask(id === 'columns' ? 'columns' : 'saveView')
  }

  return (
    <Menu label={t('view.menu')} choices={choices} onChoose={choose} isOpen={isOpen} onOpenChange={setMenuOpen}>
      <AriaButton className={current ? 'chip on' : 'chip'}>
        <Bookmark aria-hidden="true" />
        {current?.name ?? t('view.menu')}
        <ChevronDown aria-hidden="true" />
      </AriaButton>
    </Menu>
  )
}
