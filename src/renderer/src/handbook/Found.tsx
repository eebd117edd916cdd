import { ListBox, ListBoxItem } from 'react-aria-components'
import { useText } from '../i18n/t'
import { useHandbook } from './handbook-slice'
import type { Hit } from './search'

/** The passages a search found; the arrow keys lead to each in its chapter. */
export function Found({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useText()
  const chapter = useHandbook(state => state.chapter)
  const place = useHandbook(state => state.place)
  const show = (key: unknown) => {
    const hit = hits.find(one => idOf(one) === key)
    if (hit) useHandbook.getState().read(hit.chapter, hit.place)
  }
  return (
    <>
      <p className="handbook-count" role="status">
        {t('handbook.found', { count: hits.length })}
      </p>
      <ListBox
        className="handbook-list"
        aria-label={t('handbook.results')}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={place === null ? [] : [idOf({ chapter, place })]}
        onSelectionChange={keys => [...keys].forEach(show)}
      >
        {hits.map(({ title, excerpt: [before, word, after], ...hit }) => (
          <ListBoxItem key={idOf(hit)} id={idOf(hit)} className="handbook-entry" textValue={title}>
            <strong>{title}</strong>
            {hit.place !== '' && (
              <span className="handbook-excerpt">
                {before}
                <mark>{word}</mark>
                {after}
              </span>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </>
  )
}

function idOf({ chapter, place }: Pick<Hit, 'chapter' | 'place'>): string {
  return `${chapter} ${place}`
}
