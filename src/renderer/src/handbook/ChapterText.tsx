import { ArrowLeft } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../parts/Button'
import { Kbd } from '../parts/Kbd'
import type { Chapter } from './chapter'
import { ChapterBlock } from './ChapterBlock'
import { placeLeft, useHandbook } from './handbook-slice'

interface ChapterTextProps {
  readonly chapter: Chapter
  readonly chapters: readonly Chapter[]
}

/** A chapter to read: where it was left, or at the passage a search led to. */
export function ChapterText({ chapter, chapters }: ChapterTextProps) {
  const frame = useRef<HTMLElement>(null)
  const place = useHandbook(state => state.place)
  const before = useHandbook(state => state.earlier.at(-1))
  const titleBefore = chapters.find(one => one.name === before)?.title

  useLayoutEffect(() => {
    const passage = frame.current?.querySelector(`[data-place="${place}"]`)
    if (passage) passage.scrollIntoView({ block: 'center' })
    else frame.current?.scrollTo({ top: place === null ? placeLeft.of(chapter.name) : 0 })
  }, [place, chapter.name])
  useEffect(() => {
    // Whoever walks the list of chapters, or looks for a word, stays there.
    if (!frame.current?.parentElement?.querySelector('nav :focus')) frame.current?.focus({ preventScroll: true })
  }, [])

  return (
    <article
      className="handbook-text"
      aria-labelledby="handbook-chapter"
      tabIndex={0}
      ref={frame}
      onScroll={event => placeLeft.keep(chapter.name, event.currentTarget.scrollTop)}
    >
      {titleBefore !== undefined && (
        <Button tone="ghost" icon={ArrowLeft} className="handbook-back" onPress={useHandbook.getState().back}>
          {titleBefore} <Kbd keys="Alt+ArrowLeft" />
        </Button>
      )}
      <h2 id="handbook-chapter">{chapter.title}</h2>
      {chapter.blocks.map((block, index) => (
        <ChapterBlock key={index} block={block} place={`${index}`} wanted={place} />
      ))}
    </article>
  )
}
