import { Search, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { chapters as inLanguages } from 'virtual:handbook'
import { isMac, matches, parseKeys } from '../commands/keys'
import { useOverlays } from '../app/overlays'
import { useLanguage, useText } from '../i18n/t'
import { ChapterText } from './ChapterText'
import { Contents } from './Contents'
import { Found } from './Found'
import { useHandbook } from './handbook-slice'
import { searchHandbook } from './search'

/** Chapters, or what a search found, on the left; the chapter itself on the right. */
export function HandbookPages() {
  const { t } = useText()
  const language = useLanguage(state => state.language)
  const name = useHandbook(state => state.chapter)
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const index = useRef<HTMLElement>(null)
  const chapters = inLanguages[language]
  const chapter = chapters.find(one => one.name === name) ?? chapters[0]
  const hits = searchHandbook(chapters, query)

  const deeds: Readonly<Record<string, () => void>> = {
    F1: useOverlays.getState().close,
    'Mod+F': () => search.current?.focus(),
    'Alt+ArrowLeft': useHandbook.getState().back,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = Object.keys(deeds).find(one => parseKeys(one).every(stroke => matches(stroke, event, isMac())))
    if (keys === undefined) return
    event.preventDefault()
    deeds[keys]?.()
  }
  const goToList = () => {
    const [hit] = hits
    if (hit) useHandbook.getState().read(hit.chapter, hit.place)
    index.current?.querySelector<HTMLElement>('[role="option"]')?.focus()
  }

  return (
    <div className="handbook" onKeyDown={onKeyDown}>
      <nav className="handbook-index" aria-label={t('handbook.contents')} ref={index}>
        <SearchField
          className="search"
          aria-label={t('handbook.search')}
          value={query}
          onChange={setQuery}
          onSubmit={goToList}
        >
          <Search aria-hidden="true" />
          <Input
            ref={search}
            placeholder={t('handbook.search')}
            aria-keyshortcuts="Control+F"
            onKeyDown={event => event.key === 'ArrowDown' && goToList()}
          />
          <AriaButton className="icon-btn search-clear" aria-label={t('search.clear')}>
            <X aria-hidden="true" />
          </AriaButton>
        </SearchField>
        {query.trim() === '' ? <Contents chapters={chapters} /> : <Found hits={hits} />}
      </nav>
      {chapter && <ChapterText key={`${language} ${chapter.name}`} chapter={chapter} chapters={chapters} />}
    </div>
  )
}
