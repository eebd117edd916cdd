import { ListBox, ListBoxItem } from 'react-aria-components'
import { useText } from '../i18n/t'
import type { Chapter } from './chapter'
import { useHandbook } from './handbook-slice'

/** The chapters by their names; the arrow keys turn to them. */
export function Contents({ chapters }: { readonly chapters: readonly Chapter[] }) {
  const { t } = useText()
  const name = useHandbook(state => state.chapter)
  return (
    <ListBox
      className="handbook-list"
      aria-label={t('handbook.contents')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={[name]}
      onSelectionChange={keys => [...keys].forEach(key => useHandbook.getState().read(String(key)))}
    >
      {chapters.map(chapter => (
        <ListBoxItem key={chapter.name} id={chapter.name} className="handbook-entry" textValue={chapter.title}>
          {chapter.title}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
