import { Fragment } from 'react'
import { turnedSize, type PageSize, type PageView } from './geometry'
import { textLines, type PageWord } from './find'

/** How far a word's baseline lies above the bottom of its box, as a part of the box's height. */
const descent = 0.18

interface WordLayerProps {
  readonly words: readonly PageWord[]
  readonly size: PageSize
  readonly view: PageView
}

/**
 * Recognised words as invisible, selectable text exactly over the picture: what a scan's reader can copy and what a
 * screen reader hears. SVG stretches each word to its box without measuring fonts.
 */
export function WordLayer({ words, size, view }: WordLayerProps) {
  const shown = turnedSize(size, view.turn)
  const turns: Record<PageView['turn'], string> = {
    0: '',
    90: `translate(${size.height} 0) rotate(90)`,
    180: `translate(${size.width} ${size.height}) rotate(180)`,
    270: `translate(0 ${size.width}) rotate(270)`,
  }
  return (
    <svg className="rv-words" viewBox={`0 0 ${shown.width} ${shown.height}`} aria-hidden={words.length === 0}>
      <g transform={turns[view.turn]}>
        {textLines(words).map((line, index) => (
          <text key={index}>
            {line.map((word, at) => (
              <Fragment key={at}>
                <tspan
                  x={word.x}
                  y={word.y + word.height * (1 - descent)}
                  fontSize={word.height}
                  textLength={Math.max(word.width, 0.1)}
                  lengthAdjust="spacingAndGlyphs"
                >
                  {word.text}
                </tspan>{' '}
              </Fragment>
            ))}
          </text>
        ))}
      </g>
    </svg>
  )
}
